package eifexplorer.session;

import eifexplorer.influence.NamedSurvey;
import eifexplorer.job.JobContext;
import java.util.List;

/** Surveys of a session's pairs by estimators that are as cheap as its own, to be held against that one's. */
public interface OtherSurveys {
  /**
   * Explains every confused pair with each of them; what a workspace has of it is not computed again. Called from jobs.
   *
   * @return a survey each, without those that this model does not allow
   * @throws eifexplorer.job.JobCancelledException when cancelled; what was explained is kept
   */
  List<NamedSurvey> survey(ExplorerSession session, JobContext context);
}
