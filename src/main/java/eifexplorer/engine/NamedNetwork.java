package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A network found in a file.
 *
 * @param architecture what it is
 * @param weights the file's tensors under {@link Architecture#weights}'s names; those it does not know have other names
 * @param originals the file's name of each tensor, by the new name
 */
record NamedNetwork(Architecture architecture, StateDict weights, Map<String, String> originals) {
  /** A network whose names need no change. */
  static NamedNetwork asNamed(Architecture architecture, StateDict weights) {
    return new NamedNetwork(architecture, weights, Map.of());
  }

  /**
   * Renames, and gives each tensor the shape of the weight it becomes if it is only written in another way.
   *
   * @param infer tells the network from renamed weights
   */
  static NamedNetwork renamed(
      Function<StateDict, Architecture> infer, StateDict given, UnaryOperator<String> rename) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    Map<String, String> originals = new LinkedHashMap<>();
    given
        .asMap()
        .forEach(
            (name, tensor) -> {
              weights.put(rename.apply(name), tensor);
              originals.put(rename.apply(name), name);
            });
    Architecture architecture = infer.apply(StateDict.of(weights));
    for (WeightShape wanted : architecture.weights()) {
      weights.computeIfPresent(wanted.name(), (name, tensor) -> tensor.withoutOnes(wanted.shape()));
    }
    return new NamedNetwork(architecture, StateDict.of(weights), originals);
  }

  /** What a weight is called in the file. */
  String original(String name) {
    return originals.getOrDefault(name, name);
  }
}
