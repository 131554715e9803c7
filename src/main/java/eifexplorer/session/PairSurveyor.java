package eifexplorer.session;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.JobContext;
import java.util.function.Consumer;

/** Explains every confused pair of a session in the background. */
public interface PairSurveyor {
  /**
   * Explains the pairs that are not explained yet and keeps what they add up to in the session's workspace, so that the
   * next call, even after the program was killed, goes on where this one stopped. Gives way to the session's estimator
   * while a person waits for it.
   *
   * @param soFar gets a snapshot at the beginning and every now and then, on the calling thread
   * @return the survey of all pairs
   * @throws eifexplorer.job.JobCancelledException when cancelled; what was explained is kept
   */
  InfluenceSurvey survey(
      ExplorerSession session, Consumer<InfluenceSurvey> soFar, JobContext context);

  /** Lets a survey of the session rest for the next so many milliseconds, since a person is at work. Cheap, from any thread. */
  default void rest(ExplorerSession session, long millis) {}
}
