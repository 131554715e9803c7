package eifexplorer.retrain;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The same, and each seed's change once more with images drawn at random, see {@link ReweightRequest#atRandom}. */
  default ReweightComparison compare(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    List<ReweightOutcome> outcomes = new ArrayList<>();
    List<ReweightOutcome> controls = new ArrayList<>();
    int total = 2 * request.seeds().size();
    int[] labels = session.bundle().trainLabels();
    int classes = session.bundle().proxies().classCount();
    for (long seed : request.seeds()) {
      outcomes.addAll(reweight(session, request.withSeed(seed), context.withoutProgress()));
      context.progress(outcomes.size() + controls.size(), total, "trainings");
      controls.addAll(
          reweight(session, request.atRandom(labels, classes, seed), context.withoutProgress()));
      context.progress(outcomes.size() + controls.size(), total, "trainings");
    }
    return new ReweightComparison(outcomes, controls);
  }

  /**
   * What {@link #compare} did, without the last layers: found again where the same was tried on the same model before, and
   * kept where it can be.
   */
  default TrialComparison effects(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    return compare(session, request, context).effects();
  }

  /** What {@link #effects} has kept; empty if it would have to try. */
  default Optional<TrialComparison> known(ExplorerSession session, ReweightRequest request) {
    return Optional.empty();
  }

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
