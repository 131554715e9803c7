package eifexplorer.engine.checkpoint;

import eifexplorer.problem.ProblemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Weights by name, in the order they were saved; immutable. */
public final class StateDict {
  /** Name given to a tensor that was saved alone, without a dictionary around it. */
  public static final String BARE = "tensor";

  private final Map<String, WeightTensor> tensors;

  private StateDict(Map<String, WeightTensor> tensors) {
    this.tensors = Collections.unmodifiableMap(tensors);
  }

  /** These tensors in the map's order. */
  public static StateDict of(Map<String, WeightTensor> tensors) {
    return new StateDict(new LinkedHashMap<>(tensors));
  }

  /** Names in order. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** The tensors by name, in order; unmodifiable. */
  public Map<String, WeightTensor> asMap() {
    return tensors;
  }

  /** Number of tensors. */
  public int size() {
    return tensors.size();
  }

  /** Whether there is a tensor of this name. */
  public boolean contains(String name) {
    return tensors.containsKey(name);
  }

  /** A tensor. Throws {@link ProblemException} naming it if it is missing. */
  public WeightTensor get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    "The weights \"" + name + "\" are missing", "", "Choose another file."));
  }

  /** A tensor, or empty if there is none of this name. */
  public Optional<WeightTensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /** The only tensor. Throws {@link ProblemException} if there are more or none. */
  public WeightTensor only() {
    if (tensors.size() != 1) {
      throw new ProblemException(
          "The file holds " + tensors.size() + " tensors where one is expected", "", "");
    }
    return tensors.values().iterator().next();
  }

  /** The tensors whose names begin with {@code prefix}, named by what follows it. */
  public StateDict below(String prefix) {
    return filtered(name -> name.startsWith(prefix))
        .renamed(name -> name.substring(prefix.length()));
  }

  /** The same tensors, {@code prefix} put before every name. */
  public StateDict prefixed(String prefix) {
    return renamed(prefix::concat);
  }

  /** The tensors whose names are wanted. */
  public StateDict filtered(Predicate<String> wanted) {
    Map<String, WeightTensor> kept = new LinkedHashMap<>(tensors);
    kept.keySet().removeIf(wanted.negate());
    return new StateDict(kept);
  }

  /** These tensors followed by {@code more}; a name in both keeps its place and takes the later tensor. */
  public StateDict plus(StateDict more) {
    Map<String, WeightTensor> all = new LinkedHashMap<>(tensors);
    all.putAll(more.tensors);
    return new StateDict(all);
  }

  private StateDict renamed(UnaryOperator<String> rename) {
    Map<String, WeightTensor> out = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> out.put(rename.apply(name), tensor));
    return new StateDict(out);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateDict that && tensors.equals(that.tensors);
  }

  @Override
  public int hashCode() {
    return tensors.hashCode();
  }

  @Override
  public String toString() {
    return tensors.toString();
  }
}
