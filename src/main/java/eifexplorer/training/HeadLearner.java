package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.math.Doubles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A last layer and proxies that learn on cached features. */
final class HeadLearner implements Learner {
  private static final String WEIGHT = "head.weight";
  private static final String BIAS = "head.bias";
  private static final String OPTIMISER = "optimiser.";

  private final TrainingPlan plan;
  private final HeadGradients gradients;
  private final double @Nullable [] sampleWeights;
  private final float[] weight;
  private final float[] bias;
  private final float[] weightGradients;
  private final float[] biasGradients;
  private final LiveProxies proxies;
  private Adam weightAdam;
  private Adam biasAdam;

  /** Learns from samples with weights [N], or null for all ones. */
  HeadLearner(
      TrainingPlan plan,
      HeadGradients gradients,
      double @Nullable [] sampleWeights,
      EmbeddingHead start,
      int classCount) {
    this.plan = plan;
    this.gradients = gradients;
    this.sampleWeights = sampleWeights;
    this.weight = start.weight();
    this.bias = start.bias();
    this.weightGradients = new float[weight.length];
    this.biasGradients = new float[bias.length];
    this.proxies = new LiveProxies(plan, classCount, bias.length);
    freshOptimisers();
  }

  @Override
  public void setWarmUp(boolean warmUp) {
    // There is no back bone to be held back.
  }

  @Override
  public void freshOptimisers() {
    OptimiserPlan optimiser = plan.optimiser();
    weightAdam = new Adam(weight.length, optimiser.epsilon(), optimiser.weightDecay());
    biasAdam = new Adam(bias.length, optimiser.epsilon(), optimiser.weightDecay());
    proxies.freshOptimiser(optimiser.weightDecay());
  }

  @Override
  public BatchSource open(List<int[]> batches, int epoch) {
    return new Cached(batches);
  }

  @Override
  public void step(double factor) {
    OptimiserPlan optimiser = plan.optimiser();
    Adam.clip(weightGradients, optimiser.clip());
    Adam.clip(biasGradients, optimiser.clip());
    weightAdam.step(weight, weightGradients, factor * optimiser.headRate());
    biasAdam.step(bias, biasGradients, factor * optimiser.headRate());
    proxies.step(factor);
    Arrays.fill(weightGradients, 0);
    Arrays.fill(biasGradients, 0);
  }

  @Override
  public EmbeddingHead head() {
    return new EmbeddingHead(weight, bias);
  }

  @Override
  public LiveProxies proxies() {
    return proxies;
  }

  @Override
  public boolean isFinite() {
    return Doubles.areFinite(weight) && Doubles.areFinite(bias) && proxies.isFinite();
  }

  @Override
  public StateDict state() {
    Map<String, WeightTensor> now = new LinkedHashMap<>();
    now.put(WEIGHT, WeightTensor.of(weight, bias.length, weight.length / bias.length));
    now.put(BIAS, WeightTensor.of(bias, bias.length));
    return StateDict.of(now)
        .plus(weightAdam.state(OPTIMISER + WEIGHT))
        .plus(biasAdam.state(OPTIMISER + BIAS))
        .plus(proxies.state());
  }

  @Override
  public void restore(StateDict state) {
    SavedValues.copyInto(weight, WEIGHT, state);
    SavedValues.copyInto(bias, BIAS, state);
    weightAdam.restore(OPTIMISER + WEIGHT, state);
    biasAdam.restore(OPTIMISER + BIAS, state);
    proxies.restore(state);
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
      if (!HeadLearner.this.isFinite()) {
        return Double.NaN;
      }
      HeadGradients.Batch result = gradients.of(batch, weight, bias, proxies.loss(), sampleWeights);
      Doubles.addScaled(weightGradients, share, result.weight());
      Doubles.addScaled(biasGradients, share, result.bias());
      proxies.add(share, result.proxies());
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
