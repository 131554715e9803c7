package eifexplorer.job;

import java.util.List;

/** Runs jobs; {@link QueuedJobRunner} in the program, {@link InlineJobRunner} in tests. */
public interface JobRunner {
  /** Hands a job over; returns at once (inline runner: when it is done). */
  <T> JobHandle<T> submit(String title, Lane lane, JobKind kind, Job<T> job);

  /** Hands over what somebody asked for, {@link JobKind#WORK}. */
  default <T> JobHandle<T> submit(String title, Lane lane, Job<T> job) {
    return submit(title, lane, JobKind.WORK, job);
  }

  /** Forgets the jobs that have ended. */
  void forgetEnded();

  /** The jobs that are queued, running or lately ended, oldest first; a snapshot. */
  List<JobStatus> jobs();
}
