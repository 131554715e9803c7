package eifexplorer.engine.checkpoint;

import eifexplorer.engine.checkpoint.StoredTensor.Storage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The tensors named in a pickle, and their elements once the storages have been read. */
final class PickledTensors {
  /** A view may repeat elements; so far beyond the file's own size they may grow in memory. */
  private static final long GROWTH = 8;

  private static final long SLACK = 1 << 20;

  private static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 1000;

  private final Map<String, StoredTensor> byName = new LinkedHashMap<>();
  private final Map<Storage, Set<StoredTensor>> byStorage = new LinkedHashMap<>();
  private final Map<StoredTensor, WeightTensor> decoded = new HashMap<>();

  /**
   * Collects the tensors below {@code root}: a tensor alone, or nested dictionaries, whose names are joined by dots.
   *
   * @param fileBytes size of the file; the tensors may take eight times as much memory
   * @throws BrokenPickleException if they take more, or if there is none
   */
  PickledTensors(Object root, long fileBytes) {
    if (root instanceof StoredTensor tensor) {
      byName.put(StateDict.BARE, tensor);
    } else {
      collect("", root, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
    byName
        .values()
        .forEach(
            tensor ->
                byStorage
                    .computeIfAbsent(tensor.storage(), s -> new LinkedHashSet<>())
                    .add(tensor));
    if (byName.isEmpty()) {
      throw new BrokenPickleException("there are no tensors in it");
    }
    long total = 0;
    for (StoredTensor tensor : Set.copyOf(byName.values())) {
      total = Math.addExact(total, tensor.heapBytes());
    }
    if (total > GROWTH * fileBytes + SLACK) {
      throw new BrokenPickleException("its tensors would take " + total + " bytes of memory");
    }
  }

  private void collect(String prefix, Object node, int depth, Set<Object> seen) {
    if (!(node instanceof Map<?, ?> map) || !seen.add(node)) {
      return;
    }
    if (depth > DEEPEST) {
      throw new BrokenPickleException("its dictionaries are nested more than " + DEEPEST + " deep");
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = prefix + entry.getKey();
      if (name.length() > LONGEST_NAME) {
        throw new BrokenPickleException("a name is longer than " + LONGEST_NAME + " characters");
      }
      if (entry.getValue() instanceof StoredTensor tensor) {
        byName.put(name, tensor);
      } else {
        collect(name + ".", entry.getValue(), depth + 1, seen);
      }
    }
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
