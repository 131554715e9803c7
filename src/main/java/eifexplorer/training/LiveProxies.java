package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.math.Doubles;
import java.util.Arrays;
import java.util.Map;

/** The proxies of a run while they move, with their optimiser and the gradients not yet used by a step. */
final class LiveProxies {
  private static final String NAME = "proxies";
  private static final String OPTIMISER = "optimiser.proxies";

  private final TrainingPlan plan;
  private final int embeddingSize;
  private final float[] values;
  private final float[] gradients;
  private Adam adam;

  /** First proxies for C classes. */
  LiveProxies(TrainingPlan plan, int classCount, int embeddingSize) {
    this.plan = plan;
    this.embeddingSize = embeddingSize;
    this.values =
        InitialWeights.proxies(plan.loss(), classCount, embeddingSize, plan.seed()).values();
    this.gradients = new float[values.length];
    freshOptimiser(0);
  }

  void freshOptimiser(double weightDecay) {
    adam = new Adam(values.length, plan.optimiser().epsilon(), weightDecay);
  }

  Proxies now() {
    return new Proxies(values, embeddingSize, plan.loss().centresPerClass());
  }

  MetricLoss loss() {
    return MetricLosses.of(plan.loss(), now());
  }

  boolean isFinite() {
    return Doubles.areFinite(values);
  }

  void add(double share, double[] more) {
    Doubles.addScaled(gradients, share, more);
  }

  void step(double factor) {
    adam.step(values, gradients, factor * plan.optimiser().proxyRate());
    Arrays.fill(gradients, 0);
  }

  StateDict state() {
    WeightTensor now = WeightTensor.of(values, values.length / embeddingSize, embeddingSize);
    return StateDict.of(Map.of(NAME, now)).plus(adam.state(OPTIMISER));
  }

  void restore(StateDict state) {
    SavedValues.copyInto(values, NAME, state);
    adam.restore(OPTIMISER, state);
  }
}
