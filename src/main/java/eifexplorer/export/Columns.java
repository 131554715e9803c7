package eifexplorer.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table's columns: their names, and what stands in each for one thing.
 *
 * @param <T> what a row is about
 */
public final class Columns<T> {
  private final Map<String, Function<? super T, ? extends @Nullable Object>> values =
      new LinkedHashMap<>();

  /** Adds a column to the right; returns itself. */
  public Columns<T> with(String name, Function<? super T, ? extends @Nullable Object> value) {
    values.put(name, value);
    return this;
  }

  /** A row for each thing. */
  public NamedRows rows(List<? extends T> things) {
    return new NamedRows(List.copyOf(values.keySet()), things.stream().map(this::row).toList());
  }

  private Map<String, @Nullable Object> row(T thing) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    values.forEach((name, value) -> row.put(name, value.apply(thing)));
    return row;
  }
}
