package eifexplorer.ui.explore.inspector;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Typical images of a pair's two classes, looked for only while they are shown. */
public final class ExemplarsViewModel {
  private static final int PICTURES = 6;

  private final LatestJob<List<Exemplars>> job;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;
  private Optional<ConfusionPair> pair = Optional.empty();

  /** Nothing to show yet, and closed. */
  ExemplarsViewModel(FxJobs jobs) {
    job = new LatestJob<>(jobs);
    open.addListener((value, old, now) -> ask());
  }

  /** Whether they are shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Those of the left and of the right class; null while they are not known. */
  public ReadOnlyObjectProperty<List<Exemplars>> shownProperty() {
    return job.valueProperty();
  }

  /** Why there are none; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** Turns to another session. */
  void show(ExplorerSession newSession, ImageInsights newInsights) {
    session = newSession;
    insights = newInsights;
    showPair(Optional.empty());
  }

  /** Turns to another pair, or none. */
  void showPair(Optional<ConfusionPair> newPair) {
    pair = newPair;
    if (pair.isEmpty()) {
      job.clear();
    } else {
      ask();
    }
  }

  /** Looks for them again, after a failure. */
  public void retry() {
    job.retry();
  }

  private void ask() {
    if (!open.get() || pair.isEmpty()) {
      return;
    }
    ExplorerSession of = session;
    ImageInsights from = insights;
    ConfusionPair around = pair.get();
    job.ask(
        Texts.of("Typical images of both classes"),
        Lane.COMPUTE,
        context ->
            List.of(
                typical(requireNonNull(of), requireNonNull(from), around.wrongLabel(), context),
                typical(
                    requireNonNull(of), requireNonNull(from), around.confusedLabel(), context)));
  }

  private static Exemplars typical(
      ExplorerSession session, ImageInsights insights, int label, JobContext context) {
    return new Exemplars(
        Texts.of("Typical {0}", session.className(label)),
        insights.typicalTest(label, PICTURES, context).stream()
            .map(index -> PhotoText.of(session, index).picture())
            .toList());
  }
}
