package eifexplorer.spark;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an executor's tasks share: the first one makes it, the others wait for it. One thing at a time is held.
 *
 * @param <T> what is held
 */
final class HeldByExecutor<T> {
  private @Nullable T held;
  private String of = "";

  /** The thing of this name. */
  synchronized T get(String name, Supplier<T> make) {
    T found = held;
    if (found == null || !of.equals(name)) {
      held = null; // before the next one takes room
      found = make.get();
      held = found;
      of = name;
    }
    return found;
  }
}
