package eifexplorer.spark;

import eifexplorer.problem.ProblemException;
import java.io.Serializable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a task found, or the expected trouble it met: a value like any other, since a task that fails is tried again, which
 * helps against a lost machine and not against a full disk.
 *
 * @param <T> what is found
 */
final class Outcome<T extends Serializable> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final @Nullable T value;
  private final String what;
  private final String where;
  private final String remedy;

  private Outcome(@Nullable T value, String what, String where, String remedy) {
    this.value = value;
    this.what = what;
    this.where = where;
    this.remedy = remedy;
  }

  static <T extends Serializable> Outcome<T> of(Supplier<T> work) {
    try {
      return new Outcome<>(work.get(), "", "", "");
    } catch (ProblemException e) {
      return new Outcome<>(null, e.what(), e.where(), e.remedy());
    }
  }

  /** The value. Throws {@link ProblemException} with the task's trouble if there is none. */
  T get() {
    if (value == null) {
      throw new ProblemException(what, where, remedy);
    }
    return value;
  }
}
