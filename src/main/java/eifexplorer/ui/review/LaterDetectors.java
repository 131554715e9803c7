package eifexplorer.ui.review;

import eifexplorer.job.JobContext;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** The detectors that are not in the default order: they run in the background and add reasons as they get ready. */
final class LaterDetectors {
  /** The quick ones, then those that train or explain. */
  private static final List<List<String>> GROUPS =
      List.of(
          List.of(
              "knn",
              "loss",
              "duplicate",
              "near-duplicate",
              "discriminant",
              "whitened",
              "whitened-knn",
              "noise-model"),
          List.of("aum", "out-of-fold", "logistic", "tracin", "harmful", "eif-group"));

  private final FxJobs jobs;
  private final QueueViewModel queue;
  private final Consumer<Failure> failed;
  private final ReadOnlyIntegerWrapper atWork = new ReadOnlyIntegerWrapper();
  private final List<JobHandle<?>> running = new ArrayList<>();
  private @Nullable OpenReview review;

  /** A detector's scores. */
  private record Found(String detector, SuspectScores scores) {}

  LaterDetectors(FxJobs jobs, QueueViewModel queue, Consumer<Failure> failed) {
    this.jobs = jobs;
    this.queue = queue;
    this.failed = failed;
  }

  /** How many are still at work. */
  ReadOnlyIntegerProperty atWorkProperty() {
    return atWork.getReadOnlyProperty();
  }

  /** Starts them for an opened review. */
  void start(OpenReview opened) {
    review = opened;
    GROUPS.forEach(group -> start(opened, group));
  }

  /** Gives up those that run. */
  void stop() {
    running.forEach(JobHandle::cancel);
    running.clear();
    atWork.set(0);
    review = null;
  }

  private void start(OpenReview of, List<String> group) {
    atWork.set(atWork.get() + group.size());
    Consumer<Found> onScreen =
        jobs.onScreen(found -> queue.learn(of, found.detector(), found.scores()));
    Runnable over =
        () -> {
          if (of == review) {
            atWork.set(atWork.get() - group.size());
          }
        };
    running.add(
        jobs.start(
            Texts.of("Looking for more reasons"),
            Lane.BACKGROUND,
            context -> {
              group.forEach(id -> run(id, of, context, onScreen));
              return group;
            },
            new Outcome<>(
                done -> over.run(),
                failure -> {
                  over.run();
                  failed.accept(failure);
                },
                over)));
  }

  private static void run(String id, OpenReview of, JobContext context, Consumer<Found> onScreen) {
    context.checkCancelled();
    try {
      onScreen.accept(new Found(id, SuspectDetectors.byId(id).scores(of.inputs(), context)));
    } catch (ProblemException e) {
      // One detector that lacks what it needs must not take the others along.
      context.log(id + ": " + e.getMessage());
    }
  }
}
