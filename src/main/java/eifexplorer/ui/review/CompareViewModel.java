package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.Lane;
import eifexplorer.project.ReviewService;
import eifexplorer.retrain.HeadComparison;
import eifexplorer.retrain.HeadComparison.PairChange;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** Heads trained with the labels of two revisions, side by side. */
public final class CompareViewModel {
  /** Enough for a spread, in seconds. */
  private static final int SEEDS = 3;

  private final ReviewService reviews;
  private final NoticesViewModel notices;
  private final Consumer<TestPair> openPair;
  private final LatestJob<HeadComparison> comparison;
  private @Nullable ExplorerSession session;

  CompareViewModel(
      FxJobs jobs, NoticesViewModel notices, ReviewService reviews, Consumer<TestPair> openPair) {
    this.notices = notices;
    this.reviews = reviews;
    this.openPair = openPair;
    comparison = new LatestJob<>(jobs);
  }

  /** The comparison; null before the first. */
  public ReadOnlyObjectProperty<HeadComparison> comparisonProperty() {
    return comparison.valueProperty();
  }

  /** True while heads are trained. */
  public ReadOnlyBooleanProperty busyProperty() {
    return comparison.busyProperty();
  }

  /** Why there is no comparison; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return comparison.failureProperty();
  }

  /** Turns to another session; of the same workspace the comparison stays. */
  void show(ExplorerSession newSession) {
    if (!OpenReview.isOfSameWorkspace(session, newSession)) {
      comparison.clear();
    }
    session = newSession;
  }

  /** Trains heads with the labels of two revisions, and compares them. */
  public void run(int before, int after) {
    if (session == null || session.workspace().isEmpty()) {
      notices.info(Texts.of("Only a workspace keeps label revisions that can be compared."));
      return;
    }
    Path folder = session.workspace().get().folder();
    comparison.ask(
        Texts.of("Training heads with the labels of revisions {0} and {1}", before, after),
        Lane.HEAD,
        context -> reviews.retrain(folder, "", before, after, SEEDS, context));
  }

  /** A class for people. */
  String className(int label) {
    return requireNonNull(session).className(label);
  }

  /** Shows a pair in Explore. */
  public void open(PairChange row) {
    openPair.accept(new TestPair(row.pair().wrong(), row.pair().confusedWith()));
  }
}
