package eifexplorer.ui.shell;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.ui.experiment.ExperimentsViewModel;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.review.ReviewViewModel;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;

/**
 * Explore, Review and Experiments hand images and pairs to each other. The review is opened when its page is first shown: while it is
 * open no other program can decide.
 */
final class ReviewLink {
  private final ObjectProperty<Page> page;
  private final ExploreViewModel explore;
  private final ReviewViewModel review;
  private final ExperimentLink experiments;

  /** What the screens share with the window. */
  record Needs(
      FxJobs jobs, WindowServices services, MarksViewModel marks, NoticesViewModel notices) {}

  ReviewLink(ObjectProperty<Page> page, ExploreViewModel explore, Needs needs, Runnable reopen) {
    this.page = page;
    this.explore = explore;
    this.review =
        new ReviewViewModel(
            needs.jobs(),
            needs.services().review(),
            needs.marks(),
            needs.notices(),
            System::nanoTime,
            reopen,
            this::openPair);
    experiments =
        new ExperimentLink(page, explore, review, needs.jobs(), needs.notices(), needs.services());
    explore.reviewWith(new ExploreViewModel.Reviewing(this::relabel, review::exclude));
    review
        .staged()
        .staleProperty()
        .addListener((value, old, now) -> explore.stale().labelsProperty().set(now));
    page.addListener((value, old, now) -> enter());
  }

  /** The Review screen. */
  ReviewViewModel review() {
    return review;
  }

  /** The Experiments screen. */
  ExperimentsViewModel experiments() {
    return experiments.experiments();
  }

  private void relabel(int trainIndex) {
    review.look(trainIndex);
    page.set(Page.REVIEW);
  }

  private void openPair(TestPair pair) {
    page.set(Page.EXPLORE);
    explore.goTo(pair);
  }

  /** Opens the review if its page shows. */
  void enter() {
    if (page.get() == Page.REVIEW) {
      review.enter();
    }
  }

  /** What is chosen on both screens, as text by name. */
  Map<String, String> state() {
    Map<String, String> state = new TreeMap<>(explore.state());
    state.putAll(review.state());
    return state;
  }

  /** Goes on where {@link #state} was taken. */
  void restore(Map<String, String> state) {
    explore.restore(state);
    review.restore(state);
  }
}
