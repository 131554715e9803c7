package eifexplorer.engine.checkpoint;

import eifexplorer.engine.checkpoint.StoredTensor.Storage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The tensors named in a pickle, and their elements once the storages have been read. */
final class PickledTensors {
  /** A view may repeat elements; so far beyond the file's own size they may grow in memory. */
  private static final long GROWTH = 8;

  private static final long SLACK = 1 << 20;

  /** What training keeps besides the weights, often twice their size. */
  private static final Pattern OPTIMISER =
      Pattern.compile("(?i)(optim(izers?|isers?)?(_states?|_dict|_state_dict)?|opt)");

  private static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 1000;

  /** The function that makes numpy's arrays, in {@code numpy.core} or {@code numpy._core}. */
  private static final String NUMPY_ARRAY = "multiarray._reconstruct";

  private boolean numpyArrays;
  private final Map<String, StoredTensor> byName = new LinkedHashMap<>();
  private final Map<String, List<?>> lists = new LinkedHashMap<>();
  private final Map<Storage, Set<StoredTensor>> byStorage = new LinkedHashMap<>();
  private final Map<StoredTensor, WeightTensor> decoded = new HashMap<>();

  /**
   * Collects the tensors below {@code root}: a tensor alone, or nested dictionaries, lists and tuples, whose names and
   * positions, from 0, are joined by dots.
   *
   * @param fileBytes size of the file; the tensors may take eight times as much memory
   * @throws BrokenPickleException if they take more, or if there is none
   */
  PickledTensors(Object root, long fileBytes) {
    collect("", root, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    byName
        .values()
        .forEach(
            tensor ->
                byStorage
                    .computeIfAbsent(tensor.storage(), s -> new LinkedHashSet<>())
                    .add(tensor));
    if (byName.isEmpty()) {
      throw nothing(root);
    }
    long total = 0;
    for (StoredTensor tensor : Set.copyOf(byName.values())) {
      total = Math.addExact(total, tensor.heapBytes());
    }
    if (total > GROWTH * fileBytes + SLACK) {
      throw new BrokenPickleException("its tensors would take " + total + " bytes of memory");
    }
  }

  private BrokenPickleException nothing(Object root) {
    if (numpyArrays) {
      return new BrokenPickleException(
          "its arrays are numpy's, which are not read from a pickle",
          "In Python, save them with numpy.savez, or make them tensors by torch.from_numpy.");
    }
    return new BrokenPickleException(
        root instanceof Placeholder object
            ? "it holds an object of " + object.name() + ", which is not opened"
            : "there are no tensors in it");
  }

  private void collect(String name, Object node, int depth, Set<Object> seen) {
    if (name.length() > LONGEST_NAME) {
      throw new BrokenPickleException("a name is longer than " + LONGEST_NAME + " characters");
    }
    if (OPTIMISER.matcher(name).matches()) {
      return;
    }
    if (node instanceof StoredTensor tensor) {
      byName.put(name.isEmpty() ? StateDict.BARE : name, tensor);
      return;
    }
    if (node instanceof Placeholder object && object.name().endsWith(NUMPY_ARRAY)) {
      numpyArrays = true;
    }
    Collection<?> parts = parts(node);
    if ((parts.isEmpty() && !(node instanceof Map)) || !seen.add(node)) {
      return;
    }
    if (depth > DEEPEST) {
      throw new BrokenPickleException("its dictionaries are nested more than " + DEEPEST + " deep");
    }
    if (isPlain(parts)) {
      lists.put(name, List.copyOf(parts));
      return;
    }
    Iterator<?> keys = node instanceof Map<?, ?> map ? map.keySet().iterator() : null;
    int position = 0;
    for (Object part : parts) {
      Object key = keys == null ? position++ : keys.next();
      collect(name.isEmpty() ? String.valueOf(key) : name + "." + key, part, depth + 1, seen);
    }
  }

  /** The values of a dictionary, list or tuple; of anything else none. */
  private static Collection<?> parts(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.values();
    }
    if (node instanceof Object[] tuple) {
      return Arrays.asList(tuple);
    }
    return node instanceof List<?> list ? list : List.of();
  }

  /** Whether it is a list of texts or of numbers alone. */
  private static boolean isPlain(Collection<?> parts) {
    return parts instanceof List
        && (parts.stream().allMatch(String.class::isInstance)
            || parts.stream().allMatch(Number.class::isInstance));
  }

  /** Lists of texts or of numbers, by name; elements are {@link String}s or {@link Number}s. */
  Map<String, List<?>> lists() {
    return lists;
  }

  /** The storages needed, each once, in the order of first use. */
  Set<Storage> storages() {
    return byStorage.keySet();
  }

  /** Decodes every tensor of a storage from its little-endian bytes. */
  void decode(Storage storage, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byStorage
        .getOrDefault(storage, Set.of())
        .forEach(tensor -> decoded.put(tensor, tensor.decode(buffer)));
  }

  /** All tensors, decoded. */
  StateDict toStateDict() {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    byName.forEach((name, tensor) -> tensors.put(name, decoded.get(tensor)));
    return StateDict.of(tensors);
  }
}
