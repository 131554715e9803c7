package eifexplorer.job;

/**
 * A piece of cancellable work from immutable inputs to an immutable result.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Job<T> {
  /**
   * Does the work on the calling thread.
   *
   * @throws JobCancelledException when the context was cancelled and the job noticed
   * @throws Exception any failure; expected trouble is a {@link eifexplorer.problem.ProblemException}
   */
  T run(JobContext context) throws Exception;
}
