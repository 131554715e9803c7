package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import java.util.Locale;

/** A way to tell which training labels are likely wrong; one class each, without state, safe for use from any thread. */
public interface SuspectDetector {
  /** What it is. */
  DetectorInfo info();

  /**
   * Scores every training sample.
   *
   * @throws eifexplorer.job.JobCancelledException when the context was cancelled
   * @throws eifexplorer.problem.ProblemException if the inputs lack what it needs
   */
  SuspectScores scores(SuspectInputs inputs, JobContext context);

  /** A value of its scores as rows show it, with its unit if it has one, such as {@code -0.31}. */
  default String format(double value) {
    return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Short for the id of {@link #info}. */
  default String id() {
    return info().id();
  }
}
