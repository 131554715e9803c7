package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.lang.ref.Cleaner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of one object that outlive the work they were made in. They are freed by {@link #close}, or some time after their
 * owner is no longer used, so that an estimator that is dropped gives its device back.
 */
final class DeviceMemory implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final DjlRuntime runtime;
  private Cleaner.@Nullable Cleanable freeing;

  DeviceMemory(DjlRuntime runtime) {
    this.runtime = runtime;
  }

  /** Moves the arrays out of the work they were made in, once. */
  synchronized void keep(Object owner, List<NDArray> arrays) {
    if (freeing == null) {
      NDManager memory = runtime.newMemory();
      arrays.forEach(array -> array.attach(memory));
      freeing = CLEANER.register(owner, memory::close);
    }
  }

  @Override
  public synchronized void close() {
    if (freeing != null) {
      freeing.clean();
    }
  }
}
