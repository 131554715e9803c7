package eifexplorer.retrain;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.session.ExplorerSession;

/** Trains a session's last layer anew without some training images; called from jobs. */
public interface LeaveOutTrials {
  /**
   * Trains heads on the session's features from the start, for each seed: with all images, without those in question, and
   * without as many drawn at random. The three begin alike and see the same batches, so that only what images count
   * differs. What a workspace has of it is not computed again.
   *
   * @throws eifexplorer.problem.ProblemException if an image does not exist, or fewer than two classes are left
   * @throws eifexplorer.job.JobCancelledException when cancelled; the trainings that were finished are kept
   */
  LeaveOutOutcome leaveOut(ExplorerSession session, LeaveOutRequest request, JobContext context);

  /**
   * Puts the head of a seed, trained without the images, into the session's workspace as one more model. The workspace's
   * current model stays the one it is.
   *
   * @param name what was left out, in words; the model is called {@code without } that, told from others of this name
   * @throws eifexplorer.problem.ProblemException for an embedding bundle, or if the model can't be written
   */
  ModelCard keepWithout(
      ExplorerSession session, String name, LeaveOutRequest request, long seed, JobContext context);
}
