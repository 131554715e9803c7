package eifexplorer.session;

import eifexplorer.influence.NamedSurvey;
import eifexplorer.job.JobContext;
import java.util.List;

/** Surveys of a session's pairs by estimators that are as cheap as its own, to be held against that one's. */
public interface OtherSurveys {
  /**
   * Explains every confused pair with each of them; what a workspace has of it is not computed again. Called from jobs.
   *
   * @throws eifexplorer.job.JobCancelledException when cancelled; what was explained is kept
   */
  Surveys survey(ExplorerSession session, JobContext context);

  /**
   * What they found.
   *
   * @param surveys one each
   * @param leftOut sentences on those that the model does not allow
   */
  record Surveys(List<NamedSurvey> surveys, List<String> leftOut) {
    /** Copies the lists. */
    public Surveys {
      surveys = List.copyOf(surveys);
      leftOut = List.copyOf(leftOut);
    }
  }
}
