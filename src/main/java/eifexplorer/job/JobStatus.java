package eifexplorer.job;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a job that was handed to a runner, while it runs and afterwards. Safe for use from any thread; holds on
 * to neither the job nor its result.
 */
public interface JobStatus {
  /** What the job does, in a few words. */
  String title();

  /** Whether people want to know about it. */
  JobKind kind();

  /** Where it runs, with what else it may have to wait for there. */
  Lane lane();

  /** Where it stands. */
  JobState state();

  /** How far it is; cheap enough to ask twenty times a second. */
  Progress progress();

  /** The lines logged so far, oldest first; a snapshot. */
  List<String> log();

  /** Asks the job to stop for good; it does so at its next check. */
  void cancel();

  /** Asks the job to stop where it stands, at its next check; does nothing if it was cancelled. */
  void pause();

  /** The title of what the job lets go first at the moment; empty if it does not wait so. */
  default Optional<String> givesWayTo() {
    return Optional.empty();
  }

  /** What was asked of the job last. */
  StopWish wish();

  /** What went wrong, once the state is {@link JobState#FAILED}. */
  Optional<Throwable> failure();
}
