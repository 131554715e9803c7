package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters that share a learning rate, with Adam's running means of their gradients and squared gradients.
 *
 * <p>Own code because DJL's Adam adds eps before the bias correction, which matters when eps is 1.
 */
final class AdamGroup {
  private record Moments(NDArray mean, NDArray square) {}

  private final String name;
  private final Map<String, NDArray> parameters;
  private final NDManager memory;
  private final Map<String, Moments> moments = new LinkedHashMap<>();
  private long steps;

  /** Parameters by name; the moments are kept in {@code memory}. */
  AdamGroup(String name, Map<String, NDArray> parameters, NDManager memory) {
    this.name = name;
    this.parameters = parameters;
    this.memory = memory;
  }

  /** Whether gradients are computed for these parameters. */
  void setLearns(boolean learns) {
    parameters.values().forEach(parameter -> parameter.setRequiresGradient(learns));
  }

  /** One step with the gradients now held, which are then cleared. Gradient mode must be off. */
  void step(TorchScope scope, AdamSettings settings, double rate) {
    steps++;
    double correction = Math.sqrt(1 - Math.pow(settings.beta2(), steps));
    double stepSize = rate / (1 - Math.pow(settings.beta1(), steps));
    parameters.forEach(
        (key, parameter) -> {
          try (NDManager work = scope.memory().newSubManager()) {
            NDArray gradient = parameter.getGradient();
            gradient.attach(work);
            NDArray clipped =
                Double.isFinite(settings.clip())
                    ? gradient.clip(-settings.clip(), settings.clip())
                    : gradient;
            Moments m = moments.computeIfAbsent(key, k -> zeros(parameter));
            m.mean.muli(settings.beta1()).addi(clipped.mul(1 - settings.beta1()));
            m.square.muli(settings.beta2()).addi(clipped.square().mul(1 - settings.beta2()));
            NDArray divisor = m.square.sqrt().divi(correction).addi(settings.epsilon());
            parameter.subi(m.mean.div(divisor).muli(stepSize));
            JniUtils.zeroGrad((PtNDArray) parameter);
          }
        });
  }

  private Moments zeros(NDArray parameter) {
    return new Moments(zero(parameter), zero(parameter));
  }

  private NDArray zero(NDArray parameter) {
    NDArray zeros = parameter.zerosLike();
    zeros.attach(memory);
    return zeros;
  }

  /** Forgets the moments and the number of steps. */
  void reset() {
    moments.values().forEach(m -> List.of(m.mean, m.square).forEach(NDArray::close));
    moments.clear();
    steps = 0;
  }

  /** The number of steps and the moments, by name. */
  StateDict state() {
    Map<String, WeightTensor> state = new LinkedHashMap<>();
    state.put(name + ".steps", WeightTensor.of(new long[] {steps}));
    moments.forEach(
        (key, m) -> {
          state.put(name + ".mean." + key, HostArrays.read(m.mean));
          state.put(name + ".square." + key, HostArrays.read(m.square));
        });
    return StateDict.of(state);
  }

  /** Goes on from a {@link #state}; gradient mode must be off. */
  void restore(TorchScope scope, StateDict state) {
    reset();
    steps = state.get(name + ".steps").longView().get(0);
    parameters.forEach(
        (key, parameter) -> {
          if (state.contains(name + ".mean." + key)) {
            Moments m = zeros(parameter);
            HostArrays.addTo(scope, m.mean, state.get(name + ".mean." + key));
            HostArrays.addTo(scope, m.square, state.get(name + ".square." + key));
            moments.put(key, m);
          }
        });
  }
}
