package eifexplorer.djl;

import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Layer;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.WeightShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Which weights a program's list holds, and at which places. The last linear layer's weight and bias follow them. */
final class WeightOrder {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * The weights of a network.
   *
   * @param folded whether a convolution's batch normalisation is folded into its weight and bias; otherwise all weights but
   *     counters are listed
   */
  WeightOrder(BackboneSpec spec, boolean folded) {
    leaves(spec).forEach(layer -> add(layer, folded));
  }

  /** The weights of one layer that holds no others. */
  WeightOrder(Layer layer, boolean folded) {
    add(layer, folded);
  }

  private void add(Layer layer, boolean folded) {
    if (folded && layer instanceof Convolution convolution) {
      add(convolution.name() + ".weight");
      if (convolution.bias() || convolution.norm().isPresent()) {
        add(convolution.name() + ".bias");
      }
    } else {
      layer.weights().stream()
          .filter(weight -> !weight.isCounter())
          .map(WeightShape::name)
          .forEach(this::add);
    }
  }

  private void add(String name) {
    if (places.putIfAbsent(name, names.size()) != null) {
      throw new IllegalArgumentException("Two layers have weights called " + name);
    }
    names.add(name);
  }

  /** The layers of a network that hold no others. */
  static List<Layer> leaves(BackboneSpec spec) {
    return Stream.concat(
            spec.architecture().layers().stream(), spec.architecture().afterPooling().stream())
        .flatMap(Layer::leaves)
        .toList();
  }

  /** The convolutions of a network. */
  static List<Convolution> convolutions(BackboneSpec spec) {
    return leaves(spec).stream()
        .filter(Convolution.class::isInstance)
        .map(Convolution.class::cast)
        .toList();
  }

  /** All names in order. */
  List<String> names() {
    return names;
  }

  boolean contains(String name) {
    return places.containsKey(name);
  }

  /** Place of a weight. */
  int place(String name) {
    return Objects.requireNonNull(places.get(name), name);
  }
}
