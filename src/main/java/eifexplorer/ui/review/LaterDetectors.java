package eifexplorer.ui.review;

import eifexplorer.job.JobContext;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The detectors that a review is not opened with: they run in the background and add reasons, and the default order, as they get
 * ready.
 */
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
              "whitened-knn"),
          List.of("aum", "out-of-fold", "logistic", "tracin", "harmful", "eif-group"));

  private final FxJobs jobs;
  private final QueueViewModel queue;
  private final Consumer<Failure> failed;
  private final ReadOnlyIntegerWrapper atWork = new ReadOnlyIntegerWrapper();
  private final List<JobHandle<?>> running = new ArrayList<>();
  private @Nullable OpenReview review;

  /** A detector that is done; without scores if it lacks what it needs. */
  private record Found(String detector, Optional<SuspectScores> scores) {}

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
    // The default order's first, unless that takes minutes.
    boolean first = DefaultOrder.of(opened.inputs()).equals(DefaultOrder.THOROUGH);
    List<String> quick = new ArrayList<>(GROUPS.get(0));
    quick.addAll(first ? 0 : quick.size(), DefaultOrder.THOROUGH.weights().keySet());
    AtomicInteger under = new AtomicInteger(GROUPS.size());
    start(opened, quick, under);
    start(opened, GROUPS.get(1), under);
  }

  /** Gives up those that run. */
  void stop() {
    running.forEach(JobHandle::cancel);
    running.clear();
    atWork.set(0);
    review = null;
  }

  /** {@code under} counts groups under way; the last one done gives back what the detectors share. */
  private void start(OpenReview of, List<String> group, AtomicInteger under) {
    Set<String> left = new HashSet<>(group);
    atWork.set(atWork.get() + left.size());
    Consumer<Found> onScreen =
        jobs.onScreen(
            found -> {
              found
                  .scores()
                  .ifPresent(scores -> queue.ordering().learn(of, found.detector(), scores));
              over(of, left, Set.of(found.detector()));
            });
    Runnable over = () -> over(of, left, Set.copyOf(left));
    running.add(
        jobs.start(
            Texts.of("Looking for more reasons"),
            Lane.BACKGROUND,
            context -> {
              group.forEach(id -> onScreen.accept(run(id, of, context)));
              if (under.decrementAndGet() == 0) {
                of.inputs().forget();
              }
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

  /** These no longer work. */
  private void over(OpenReview of, Set<String> left, Set<String> ended) {
    left.removeAll(ended);
    if (of == review) {
      atWork.set(atWork.get() - ended.size());
    }
  }

  private static Found run(String id, OpenReview of, JobContext context) {
    context.checkCancelled();
    try {
      return new Found(id, Optional.of(SuspectDetectors.byId(id).scores(of.inputs(), context)));
    } catch (ProblemException e) {
      // One detector that lacks what it needs must not take the others along.
      context.log(id + ": " + Texts.problem(e));
      return new Found(id, Optional.empty());
    }
  }
}
