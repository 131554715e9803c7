package eifexplorer.engine.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All arrays of a file, lists of text and of numbers included.
 *
 * @param tensors by name; parts of nested dictionaries, lists and tuples are named with dots
 * @param lists named as the tensors are; every element is a {@link String}, or every one is a {@link Number}
 */
public record SavedArrays(StateDict tensors, Map<String, List<?>> lists) {
  /** Copies the map in its order. */
  public SavedArrays {
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
  }
}
