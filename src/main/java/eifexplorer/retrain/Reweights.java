package eifexplorer.retrain;

import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.session.ExplorerSession;
import java.util.List;
import java.util.Optional;

/** Tries re-weighted training images out, and keeps a trial if it is wanted. */
public final class Reweights implements ReweightTrials {
  private final MatrixMath math;
  private final String version;
  private final TrialStore store;

  /**
   * Trials with these matrix products.
   *
   * @param version of the program, noted in the models that are kept
   */
  public Reweights(MatrixMath math, String version) {
    this.math = math;
    this.version = version;
    this.store = new TrialStore(math, version);
  }

  @Override
  public List<ReweightOutcome> reweight(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    return new Reweighting(math).run(session, request, context);
  }

  @Override
  public TrialComparison effects(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    return store.findOrTry(session, request, () -> compare(session, request, context).effects());
  }

  @Override
  public Optional<TrialComparison> known(ExplorerSession session, ReweightRequest request) {
    return store.find(session, request);
  }

  @Override
  public ModelCard keepReweighted(
      ExplorerSession session,
      String name,
      ReweightRequest request,
      ReweightOutcome outcome,
      JobContext context) {
    return new ReweightedModels(math, version).keep(session, name, request, outcome, context);
  }
}
