package eifexplorer.djl;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Gives the batch normalisations of a fresh network statistics as after training. */
final class RandomStatistics {
  private RandomStatistics() {}

  static StateDict in(StateDict weights, long seed) {
    Random random = new Random(seed);
    Map<String, WeightTensor> out = new LinkedHashMap<>();
    weights
        .asMap()
        .forEach(
            (name, tensor) -> out.put(name, tensor.rank() == 1 ? moved(tensor, random) : tensor));
    return StateDict.of(out);
  }

  private static WeightTensor moved(WeightTensor tensor, Random random) {
    float[] values = tensor.floats();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] + 0.5f * (random.nextFloat() - 0.5f);
    }
    return WeightTensor.of(values, tensor.shape());
  }
}
