package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.WeightShape;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The weights of a network in training, on the device: in the program's order, and by torchvision's names. */
final class LiveWeights {
  private final List<WeightShape> shapes;
  private final StateDict initial;
  private final WeightOrder order;
  private final List<NDArray> arrays = new ArrayList<>();

  /**
   * Uploads complete weights and the last linear layer.
   *
   * @param headWeight W [E,F]
   * @param headBias b [E]
   */
  LiveWeights(
      NDManager memory,
      BackboneSpec spec,
      StateDict weights,
      float[] headWeight,
      float[] headBias) {
    this.shapes = spec.architecture().weights();
    this.initial = weights;
    this.order = new WeightOrder(spec, false);
    HostArrays host = new HostArrays();
    for (String name : order.names()) {
      WeightTensor tensor = weights.get(name);
      arrays.add(host.copy(memory, tensor.floatView(), HostArrays.longs(tensor.shape())));
    }
    arrays.add(host.copy(memory, headWeight, headBias.length, spec.featureSize()));
    arrays.add(host.copy(memory, headBias, headBias.length));
  }

  /** All weights in the program's order; the last two are the head's. */
  List<NDArray> inOrder() {
    return arrays;
  }

  NDArray headWeight() {
    return arrays.get(arrays.size() - 2);
  }

  NDArray headBias() {
    return arrays.get(arrays.size() - 1);
  }

  /** The back bone's weights that training moves by their gradients, by name. */
  Map<String, NDArray> trained() {
    Map<String, NDArray> trained = new LinkedHashMap<>();
    for (WeightShape shape : shapes) {
      if (shape.isTrained()) {
        trained.put(shape.name(), byName(shape.name()));
      }
    }
    return trained;
  }

  /** A copy of the back bone's weights in torchvision's order, its counters moved on by {@code batches}. */
  StateDict download(long batches) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    for (WeightShape shape : shapes) {
      WeightTensor tensor;
      if (shape.isCounter()) {
        long before = initial.get(shape.name()).longView().get(0);
        tensor = WeightTensor.of(new long[] {before + batches});
      } else {
        tensor = HostArrays.read(byName(shape.name()));
      }
      weights.put(shape.name(), tensor);
    }
    return StateDict.of(weights);
  }

  private NDArray byName(String name) {
    return arrays.get(order.place(name));
  }
}
