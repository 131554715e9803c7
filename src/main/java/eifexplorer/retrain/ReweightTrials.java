package eifexplorer.retrain;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.session.ExplorerSession;
import java.util.List;

/** Tries out re-weighted and relabelled training images; called from jobs. */
public interface ReweightTrials {
  /**
   * Tries out what the session's model would be with training images re-weighted or relabelled: its last layer learns on
   * for a moment, on features that are there. The session and its workspace stay as they are.
   *
   * @return one outcome a seed, in their order
   * @throws eifexplorer.problem.ProblemException if weights, labels or pairs do not fit the session
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  List<ReweightOutcome> reweight(
      ExplorerSession session, ReweightRequest request, JobContext context);

  /**
   * Puts a trial into the session's workspace as one more model, with what was tried and what it did. The workspace's
   * current model stays the one it is.
   *
   * @param name what was tried, in words; the model is called {@code what if: } with that, told from others of this name
   * @param outcome one that {@link #reweight} gave for this request
   * @throws eifexplorer.problem.ProblemException for an embedding bundle, or if the model can't be written
   */
  ModelCard keepReweighted(
      ExplorerSession session,
      String name,
      ReweightRequest request,
      ReweightOutcome outcome,
      JobContext context);
}
