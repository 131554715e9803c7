package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.training.HeadHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What keeping each training sample does to the query's distance, {@code diag(1 - p) (K + lambda tr(K)/N I)^-1 phi}. Park,
 * Georgiev, Ilyas, Leclerc, Madry: "TRAK: Attributing Model Behavior at Scale" (ICML 2023), equation 16 and its mean over
 * models; without their random projection, since only W moves: the kernel of the outputs {@code o_i = log(p/(1-p))} is
 * {@code (g_i·g_j)(f_i·f_j)} and {@code phi_i = <dd/dW, do_i/dW>}.
 *
 * <p>A sample that raises the distance is helpful, so the scores are the effect's negative. The kernel is made with the
 * first query and kept.
 */
public final class TrakEstimator implements InfluenceEstimator {
  /** Name on the command line. */
  static final String ID = "trak";

  /** Name for people. */
  static final String TITLE = "TRAK with the exact kernel";

  private final TrainingPasses model;
  private final EmbeddingBundle bundle;
  private final List<State> states;

  /** A model at one time of its training. */
  private record State(
      EmbeddingBundle bundle,
      OutputGradients outputs,
      AtomicReference<@Nullable OutputKernel> kernel) {
    static State of(TrainingPasses model) {
      return new State(model.bundle(), new OutputGradients(model), new AtomicReference<>());
    }
  }

  private final double lambda;

  /**
   * An estimator for one model, in whose bytes for {@link HeapShare#ESTIMATORS} the kernels must fit to be kept; else they are solved with step by step.
   *
   * @param lambda share of the kernel's mean diagonal that is added to it, above 0
   * @param history what the run passed through and the scores are the mean of; empty for the model as it is
   * @throws eifexplorer.problem.ProblemException if the loss gives no probabilities, or the history is another model's
   */
  TrakEstimator(TrainingPasses model, double lambda, List<HeadHistory.State> history) {
    this.model = model;
    this.bundle = model.bundle();
    this.lambda = lambda;
    this.states =
        history.isEmpty()
            ? List.of(State.of(model))
            : history.stream()
                .map(then -> model.at(then.head(), then.proxies(), 0))
                .map(State::of)
                .toList();
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
    OutputGradients outputs = states.get(0).outputs();
    long kernel = DualKernel.bytes(model.math(), outputs.size(), outputs.embeddingSize());
    return kernel <= mostBytesOfAState()
        ? kernel * states.size()
        : Math.min(
            model.mostBytes(HeapShare.ESTIMATORS),
            (long) Float.BYTES * outputs.size() * outputs.embeddingSize() * states.size());
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    return estimateAll(List.of(query), context).get(0);
  }

  @Override
  public List<InfluenceScores> estimateAll(List<InfluenceQuery> queries, JobContext context) {
    double[][] sums = new double[queries.size()][bundle.trainLabels().length];
    double[] doubts = new double[bundle.trainLabels().length];
    for (State state : states) {
      OutputKernel kernel = kernel(state, context);
      List<PairDistance> pairs =
          queries.stream().map(query -> new PairDistance(state.bundle(), query)).toList();
      List<double[]> solved = kernel.solve(pairs, context);
      for (int q = 0; q < sums.length; q++) {
        add(sums[q], solved.get(q));
      }
      add(doubts, kernel.doubts());
    }
    float[][] weight = model.layer().rows();
    List<InfluenceScores> scores = new ArrayList<>();
    for (int q = 0; q < sums.length; q++) {
      PairDistance pairs = new PairDistance(bundle, queries.get(q));
      double distance = InverseHessian.distance(pairs, pairs.embeddings(weight));
      scores.add(scores(sums[q], doubts, distance));
    }
    return scores;
  }

  private InfluenceScores scores(double[] solved, double[] doubts, double distance) {
    double[] influence = new double[solved.length];
    double models = states.size();
    for (int i = 0; i < influence.length; i++) {
      influence[i] = -(solved[i] / models) * (doubts[i] / models);
    }
    return new InfluenceScores(influence, new double[0][], new double[0], distance);
  }

  private static void add(double[] sum, double[] part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += part[i];
    }
  }

  private long mostBytesOfAState() {
    return model.mostBytes(HeapShare.ESTIMATORS) / states.size();
  }

  private OutputKernel kernel(State state, JobContext context) {
    synchronized (state) {
      OutputKernel kernel = state.kernel().get();
      if (kernel == null) {
        OutputGradients outputs = state.outputs();
        MatrixMath math = model.math();
        long most = mostBytesOfAState();
        kernel =
            DualKernel.bytes(math, outputs.size(), outputs.embeddingSize()) <= most
                ? new DualKernel(math, outputs, lambda, context)
                : new PrimalKernel(math, outputs, lambda, most, context);
        state.kernel().set(kernel);
      }
      return kernel;
    }
  }
}
