package eifexplorer.influence;

import eifexplorer.job.JobContext;
import java.util.List;

/** A way to score training samples by what they do to a query; one class each, immutable, safe from any thread. */
public interface InfluenceEstimator {
  /** Name on the command line, such as {@code eif}. */
  String id();

  /** Name for people. */
  String title();

  /**
   * Scores every training sample.
   *
   * @throws eifexplorer.problem.ProblemException for a query outside the test set or numbers that are not finite
   * @throws eifexplorer.job.JobCancelledException when the context was cancelled
   */
  InfluenceScores estimate(InfluenceQuery query, JobContext context);

  /** As {@link #estimate}, of several queries, perhaps in one pass over the training samples. */
  default List<InfluenceScores> estimateAll(List<InfluenceQuery> queries, JobContext context) {
    return queries.stream().map(query -> estimate(query, context)).toList();
  }

  /** At most so many bytes are kept for it alone, beside what the estimators of its model share. */
  default long mostKept() {
    return 0;
  }

  /** Has the answer to a query ready that may be asked for next; does nothing where answers are not kept. */
  default void foresee(InfluenceQuery query, JobContext context) {}
}
