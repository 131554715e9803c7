package eifexplorer.job;

import java.util.concurrent.CompletableFuture;

/**
 * A job that was handed to a runner, for who wants its result. Safe for use from any thread.
 *
 * @param <T> the result
 */
public interface JobHandle<T> extends JobStatus {
  /** Completes with the result, or exceptionally with the job's failure (a cancelled one with {@link JobCancelledException}). */
  CompletableFuture<T> result();
}
