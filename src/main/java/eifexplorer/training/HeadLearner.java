package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.math.LearningLayer;
import eifexplorer.math.LearningLayer.Moments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A last layer and proxies that learn on cached features. */
final class HeadLearner implements Learner {
  private static final String WEIGHT = "head.weight";
  private static final String BIAS = "head.bias";
  private static final String OPTIMISER = "optimiser.";
  private static final String STEPS = ".steps";
  private static final String MEAN = ".mean";
  private static final String SQUARE = ".square";

  private final TrainingPlan plan;
  private final HeadGradients gradients;
  private final double @Nullable [] sampleWeights;
  private final LiveProxies proxies;

  /** Learns from samples with weights [N], or null for all ones. */
  HeadLearner(
      TrainingPlan plan,
      HeadGradients gradients,
      double @Nullable [] sampleWeights,
      int embeddingSize,
      int classCount) {
    this.plan = plan;
    this.gradients = gradients;
    this.sampleWeights = sampleWeights;
    this.proxies = new LiveProxies(plan, classCount, embeddingSize);
    freshOptimisers();
  }

  @Override
  public void setWarmUp(boolean warmUp) {
    // There is no back bone to be held back.
  }

  @Override
  public void freshOptimisers() {
    gradients.layer().forget();
    proxies.freshOptimiser(plan.optimiser().weightDecay());
  }

  @Override
  public BatchSource open(List<int[]> batches, int epoch) {
    return new Cached(batches);
  }

  @Override
  public void step(double factor) {
    OptimiserPlan optimiser = plan.optimiser();
    gradients
        .layer()
        .step(
            new LearningLayer.Step(
                factor * optimiser.headRate(),
                optimiser.epsilon(),
                optimiser.weightDecay(),
                optimiser.clip(),
                true));
    proxies.step(factor);
  }

  @Override
  public EmbeddingHead head() {
    return gradients.head();
  }

  @Override
  public LiveProxies proxies() {
    return proxies;
  }

  @Override
  public boolean isFinite() {
    return gradients.layer().isFinite() && proxies.isFinite();
  }

  @Override
  public StateDict state() {
    LearningLayer.State now = gradients.layer().state();
    int size = now.bias().length;
    Map<String, WeightTensor> values = new LinkedHashMap<>();
    values.put(WEIGHT, WeightTensor.of(now.weight(), size, now.weight().length / size));
    values.put(BIAS, WeightTensor.of(now.bias(), size));
    put(values, OPTIMISER + WEIGHT, now.ofWeight(), now.steps());
    put(values, OPTIMISER + BIAS, now.ofBias(), now.steps());
    return StateDict.of(values).plus(proxies.state());
  }

  private static void put(Map<String, WeightTensor> values, String name, Moments of, int steps) {
    values.put(name + STEPS, WeightTensor.of(new long[] {steps}));
    values.put(name + MEAN, WeightTensor.of(of.means(), of.means().length));
    values.put(name + SQUARE, WeightTensor.of(of.squares(), of.squares().length));
  }

  @Override
  public void restore(StateDict state) {
    LearningLayer.State now = gradients.layer().state();
    SavedValues.copyInto(now.weight(), WEIGHT, state);
    SavedValues.copyInto(now.bias(), BIAS, state);
    restore(now.ofWeight(), OPTIMISER + WEIGHT, state);
    restore(now.ofBias(), OPTIMISER + BIAS, state);
    int steps = (int) state.get(OPTIMISER + WEIGHT + STEPS).longView().get(0);
    gradients
        .layer()
        .restore(
            new LearningLayer.State(now.weight(), now.bias(), now.ofWeight(), now.ofBias(), steps));
    proxies.restore(state);
  }

  private static void restore(Moments into, String name, StateDict state) {
    SavedValues.copyInto(into.means(), name + MEAN, state);
    SavedValues.copyInto(into.squares(), name + SQUARE, state);
  }

  /** Batches whose features are at hand. */
  private final class Cached implements BatchSource {
    private final List<int[]> batches;
    private int passed;

    Cached(List<int[]> batches) {
      this.batches = batches;
    }

    @Override
    public boolean hasNext() {
      return passed < batches.size();
    }

    @Override
    public double addNext(double share) {
      int[] batch = batches.get(passed++);
      // A weight that is no number makes the embeddings, and so the loss, none.
      if (!proxies.isFinite()) {
        return Double.NaN;
      }
      HeadGradients.Batch result = gradients.add(share, batch, proxies.loss(), sampleWeights);
      if (Double.isFinite(result.loss())) {
        proxies.add(share, result.proxies());
      }
      return result.loss();
    }

    @Override
    public int passed() {
      return passed;
    }

    @Override
    public int samples() {
      return batches.get(passed - 1).length;
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
