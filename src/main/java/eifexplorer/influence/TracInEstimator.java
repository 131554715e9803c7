package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.SampleBlock;
import eifexplorer.training.HeadHistory;
import java.util.List;

/**
 * What every training sample's steps did to the query's distance while the model was trained: {@code sum_t rate_t
 * <dd/dW, dL_i/dW>} at the weights W_t and proxies that were kept of the run, on the same features. Pruthi, Liu, Kale,
 * Sundararajan: "Estimating Training Data Influence by Tracing Gradient Descent" (NeurIPS 2020), TracInCP (equation 4); a
 * training step lowers L_i, so a positive sum brought the pair together.
 */
public final class TracInEstimator implements InfluenceEstimator {
  /** Name on the command line. */
  static final String ID = "tracin";

  /** Name for people. */
  static final String TITLE = "TracIn over the run's epochs";

  private final List<TrainingDerivatives> epochs;
  private final double[] rates;
  private final EmbeddingBundle bundle;
  private final TrainingDerivatives now;
  private final long mostKept;

  /**
   * An estimator for one model; each epoch's gradients are computed with the first query and kept as far as there is room.
   *
   * @param history at least one epoch
   * @throws eifexplorer.problem.ProblemException if the loss has several centres a class, or the history is another model's
   */
  public TracInEstimator(TrainingPasses model, List<HeadHistory.State> history) {
    this.bundle = model.bundle();
    this.now = model.derivatives();
    long passes = passesOfAnEpoch(model, history.size());
    this.epochs =
        history.stream()
            .map(state -> model.at(state.head(), state.proxies(), passes).derivatives())
            .toList();
    this.mostKept = epochs.stream().mapToLong(TrainingDerivatives::mostKept).sum();
    this.rates = history.stream().mapToDouble(HeadHistory.State::rate).toArray();
  }

  /** For gradients that take, with the last layers, what an estimator may keep. */
  private static long passesOfAnEpoch(TrainingPasses model, int epochs) {
    long own =
        model.mostBytes(HeapShare.ESTIMATORS) / epochs - LastLayer.bytes(model.bundle().head());
    return HeapShare.PASSES.beside(HeapShare.DERIVATIVES, Math.max(0, own));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public long mostKept() {
    return mostKept;
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    PairDistance pairs = new PairDistance(bundle, query);
    double distance = InverseHessian.distance(pairs, now.embeddings(pairs));
    List<DistanceGradient> gradients =
        epochs.stream().map(epoch -> DistanceGradient.of(pairs, epoch.embeddings(pairs))).toList();
    double[] sum = new double[bundle.trainLabels().length];
    now.overFeatures(
        context,
        (first, t, read) -> {
          double[] all = new double[read.width()];
          float[][] shared = read.times(gradients.get(0).features());
          for (int e = 0; e < rates.length; e++) {
            DistanceGradient gradient = gradients.get(e);
            float[][] products =
                gradient.sharesFeatures() ? shared : read.times(gradient.features());
            SampleBlock by = epochs.get(e).tile(t, read).gradients();
            Doubles.addScaled(all, rates[e], gradient.dotsWith(by, products));
          }
          System.arraycopy(all, 0, sum, first, all.length);
        });
    return new InfluenceScores(sum, new double[0][], new double[0], distance);
  }
}
