package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.training.LossSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The empirical influence function: move the last layer until the query's distance has changed, and see whose loss changed
 * with it. {@code influence_i = mean over thetas of (L_i(theta) - L_i(W)) (d(theta) - d(W))}.
 *
 * <p>This is the exact low-rank form: with m distinct test samples in the query, the moved weights are W plus a matrix of
 * rank m or less, so only small matrices are iterated, and a query costs one pass over the training features and one
 * over their cosines with the proxies. Liu, Lin, et al.: "Debugging and Explaining Metric Learning Approaches: An Influence Function Based
 * Perspective" (NeurIPS 2022).
 */
public final class EifEstimator implements InfluenceEstimator {
  /** Name on the command line. */
  static final String ID = "eif";

  /** Name for people. */
  static final String TITLE = "Empirical influence function";

  private final EmbeddingBundle bundle;
  private final EifParameters parameters;
  private final SharedProjections shared;

  /**
   * An estimator for one model; what its queries share is computed with the first one and kept, most of it only where it
   * takes less than a quarter of the heap.
   *
   * @throws eifexplorer.problem.ProblemException if the loss does not fit the proxies
   */
  public EifEstimator(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
    this(new TrainingPasses(bundle, loss), parameters);
  }

  /**
   * An estimator for one model, which shares with the model's others what does not depend on the parameters.
   *
   * @throws eifexplorer.problem.ProblemException if the loss does not fit the proxies
   */
  public EifEstimator(TrainingPasses model, EifParameters parameters) {
    this.bundle = model.bundle();
    this.parameters = parameters;
    this.shared = model.projections();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return TITLE;
  }

  /** How the query's distance changes on the way, theta by theta, without any training sample. */
  public List<ThetaPath> paths(InfluenceQuery query, JobContext context) {
    return walk(query, context).paths();
  }

  WalkedQuery walk(InfluenceQuery query, JobContext context) {
    QuerySpan span = shared.span(new PairDistance(bundle, query));
    return new WalkedQuery(
        span, new ThetaWalk<>(() -> new LowRankTheta(span), parameters).thetas(context));
  }

  /** Moves the weights for a query without looking at a training sample. */
  public MovedWeights move(InfluenceQuery query, JobContext context) {
    return MovedWeights.of(query, walk(query, context));
  }

  /** As {@link #estimateAll}, of queries whose weights were moved elsewhere, perhaps for other training samples. */
  public List<InfluenceScores> estimateMoved(List<MovedWeights> moved, JobContext context) {
    return scores(moved.stream().map(of -> of.walked(bundle)).toList(), context);
  }

  /** Computes what queries share, if that has not happened yet. */
  public void prepare(JobContext context) {
    shared.prepare(context);
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    return estimateAll(List.of(query), context).get(0);
  }

  @Override
  public List<InfluenceScores> estimateAll(List<InfluenceQuery> queries, JobContext context) {
    List<WalkedQuery> walked =
        ComputePool.shared().map(queries.size(), q -> walk(queries.get(q), context));
    return scores(walked, context);
  }

  private List<InfluenceScores> scores(List<WalkedQuery> walked, JobContext context) {
    List<double[][]> deltaLoss = shared.lossChanges(walked, context);
    return IntStream.range(0, walked.size())
        .mapToObj(q -> parameters.scores(deltaLoss.get(q), walked.get(q).paths()))
        .toList();
  }
}
