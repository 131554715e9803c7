package eifexplorer.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A job that was handed to a runner. Safe for use from any thread.
 *
 * @param <T> the result
 */
public interface JobHandle<T> {
  /** What the job does, in a few words. */
  String title();

  /** Whether people want to know about it. */
  JobKind kind();

  /** Where it stands. */
  JobState state();

  /** How far it is; cheap enough to ask twenty times a second. */
  Progress progress();

  /** The lines logged so far, oldest first; a snapshot. */
  List<String> log();

  /** Asks the job to stop; it does so at its next check. */
  void cancel();

  /** Completes with the result, or exceptionally with the job's failure (a cancelled one with {@link JobCancelledException}). */
  CompletableFuture<T> result();

  /** What went wrong, once the state is {@link JobState#FAILED}. */
  Optional<Throwable> failure();
}
