package eifexplorer.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters that share a learning rate, with Adam's running means of their gradients and squared gradients.
 *
 * <p>Own code because DJL's Adam adds eps before the bias correction, which matters when eps is 1; PyTorch's fused step
 * is a little less exact.
 */
final class AdamGroup implements AutoCloseable {
  /** Name of {@link #STEP_METHOD}. */
  static final String STEP = "step";

  /** The step as a program in the order of PyTorch's own, one parameter after the other while it is in the cache. */
  static final String STEP_METHOD =
      """
        def step(self: __torch__.Net,
          x: Tensor,
          parameters: List[Tensor],
          gradients: List[Tensor],
          means: List[Tensor],
          squares: List[Tensor]) -> Tensor:
          beta1 = float(x[0])
          beta2 = float(x[1])
          eps = float(x[2])
          clip = float(x[3])
          correction = float(x[4])
          step = float(x[5])
          for i in range(torch.len(parameters)):
            g = torch.clamp_(gradients[i], torch.neg(clip), clip)
            m = torch.add_(torch.mul_(means[i], beta1), g, alpha=torch.sub(1., beta1))
            v = torch.addcmul_(torch.mul_(squares[i], beta2), g, g, value=torch.sub(1., beta2))
            divisor = torch.add_(torch.div_(torch.sqrt(v), correction), eps)
            parameter = torch.addcdiv_(parameters[i], m, divisor, value=torch.neg(step))
            zero = torch.zero_(g)
          return x
      """;

  private final String name;
  private final Map<String, NDArray> parameters;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final NDManager memory;
  private final TorchProgram program;
  private long steps;

  /** Parameters by name; the moments are kept in {@code memory}. */
  AdamGroup(String name, Map<String, NDArray> parameters, NDManager memory) {
    this.name = name;
    this.parameters = parameters;
    this.memory = memory;
    this.program = TorchProgram.compile(memory, STEP_METHOD);
    reset();
  }

  private NDArray zeros(NDArray parameter) {
    NDArray zeros = parameter.zerosLike();
    zeros.attach(memory);
    return zeros;
  }

  /** Whether gradients are computed for these parameters. */
  void setLearns(boolean learns) {
    parameters.values().forEach(parameter -> parameter.setRequiresGradient(learns));
  }

  /** Forgets gradients that were not used by a step; there must be some. */
  void clearGradients() {
    parameters.values().forEach(parameter -> JniUtils.zeroGrad((PtNDArray) parameter));
  }

  /** One step with the gradients now held, which are then cleared. Gradient mode must be off. */
  void step(TorchScope scope, AdamSettings settings, double rate) {
    steps++;
    NDManager work = scope.memory();
    double correction = Math.sqrt(1 - Math.pow(settings.beta2(), (double) steps));
    double stepSize = rate / (1 - Math.pow(settings.beta1(), (double) steps));
    double[] numbers = {
      settings.beta1(), settings.beta2(), settings.epsilon(), settings.clip(), correction, stepSize
    };
    List<NDArray> gradients = new ArrayList<>();
    for (NDArray parameter : parameters.values()) {
      NDArray gradient = parameter.getGradient();
      gradient.attach(work);
      gradients.add(gradient);
    }
    List<NDArray> moved = new ArrayList<>(parameters.values());
    // On the processor: read from a device, each number would wait for all work before it.
    NDArray settled = work.newSubManager(Device.cpu()).create(numbers);
    program.run(work, STEP, settled, true, moved, gradients, means, squares);
  }

  /** Forgets the moments and the number of steps. */
  void reset() {
    for (List<NDArray> moments : List.of(means, squares)) {
      moments.forEach(NDArray::close);
      moments.clear();
      parameters.values().forEach(parameter -> moments.add(zeros(parameter)));
    }
    steps = 0;
  }

  /** The number of steps and the moments, by name. */
  StateDict state() {
    Map<String, WeightTensor> state = new LinkedHashMap<>();
    state.put(name + ".steps", WeightTensor.of(new long[] {steps}));
    int i = 0;
    for (String parameter : parameters.keySet()) {
      state.put(name + ".mean." + parameter, HostArrays.read(means.get(i)));
      state.put(name + ".square." + parameter, HostArrays.read(squares.get(i++)));
    }
    return StateDict.of(state);
  }

  /** Goes on from a {@link #state}; gradient mode must be off. */
  void restore(TorchScope scope, StateDict state) {
    reset();
    steps = state.get(name + ".steps").longView().get(0);
    int i = 0;
    for (String parameter : parameters.keySet()) {
      HostArrays.addTo(scope, means.get(i), state.get(name + ".mean." + parameter));
      HostArrays.addTo(scope, squares.get(i++), state.get(name + ".square." + parameter));
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
