package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.training.HeadHistory;
import eifexplorer.training.LossSpec;
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

  private final List<GradientDotEstimator> epochs;
  private final double[] rates;
  private final EmbeddingBundle bundle;
  private final GradientDotEstimator now;

  /** All epochs together keep an eighth of the heap: half of what a model's own gradients may. */
  private static final int SHARE_OF_THE_MODELS = 2;

  /**
   * An estimator for one model; each epoch's gradients are computed with the first query and kept.
   *
   * @param history at least one epoch
   * @throws eifexplorer.problem.ProblemException if the loss has several centres a class, or the history is another model's
   */
  public TracInEstimator(TrainingPasses model, List<HeadHistory.State> history) {
    this.bundle = model.bundle();
    this.now = new GradientDotEstimator(model, GradientDotEstimator.Form.DOT);
    long mostBytes = model.mostBytes() / SHARE_OF_THE_MODELS / history.size();
    this.epochs = history.stream().map(state -> at(state, model.loss(), mostBytes)).toList();
    this.rates = history.stream().mapToDouble(HeadHistory.State::rate).toArray();
  }

  private GradientDotEstimator at(HeadHistory.State state, LossSpec loss, long mostBytes) {
    EmbeddingBundle then = bundle.with(made -> made.head(state.head()).proxies(state.proxies()));
    return new GradientDotEstimator(
        new TrainingPasses(then, loss, mostBytes), GradientDotEstimator.Form.DOT);
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
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    double[] sum = new double[bundle.trainLabels().length];
    for (int t = 0; t < rates.length; t++) {
      double[] epoch = epochs.get(t).estimate(query, context.withoutProgress()).influences();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += rates[t] * epoch[i];
      }
      context.progress(t + 1, rates.length, "epochs");
    }
    double distance = now.distance(query);
    return new InfluenceScores(sum, new double[0][], new double[0], distance);
  }
}
