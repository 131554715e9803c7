package eifexplorer.ui.shell;

import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.ui.experiment.ExperimentServices;
import eifexplorer.ui.experiment.ExperimentsViewModel;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.review.ReviewViewModel;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/** Shows what a row of an experiment's result is about: pairs and classes in Explore, training images in Review. */
final class ExperimentLink {
  private final ObjectProperty<Page> page;
  private final ExploreViewModel explore;
  private final ReviewViewModel review;
  private final ExperimentsViewModel experiments;

  ExperimentLink(
      ObjectProperty<Page> page,
      ExploreViewModel explore,
      ReviewViewModel review,
      FxJobs jobs,
      NoticesViewModel notices,
      WindowServices services) {
    this.page = page;
    this.explore = explore;
    this.review = review;
    this.experiments =
        new ExperimentsViewModel(
            jobs,
            notices,
            new ExperimentServices(
                services.experiments().all(),
                services.experiments(),
                this::open,
                services.explore().files()));
  }

  /** The Experiments screen. */
  ExperimentsViewModel experiments() {
    return experiments;
  }

  private void open(Target target) {
    List<Integer> indices = target.indices();
    switch (target.kind()) {
      case PAIR -> {
        page.set(Page.EXPLORE);
        explore.goTo(new TestPair(indices.get(0), indices.get(1)));
      }
      case GROUP, TEST_CLASS -> {
        page.set(Page.EXPLORE);
        explore.showClass(indices.get(0));
      }
      case TRAIN_CLASS -> {
        page.set(Page.EXPLORE);
        explore.classHarm().show(indices.get(0));
      }
      case TRAIN_IMAGES -> {
        review.look(indices.get(0));
        page.set(Page.REVIEW);
      }
      case NONE -> {
        // Nothing to show.
      }
    }
  }
}
