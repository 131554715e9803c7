package eifexplorer.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of kernel work on one thread: arrays made in it are freed at its end unless they are kept. */
final class TorchWork implements AutoCloseable {
  /** The work under way on each thread. */
  private static final ThreadLocal<@Nullable TorchWork> CURRENT = new ThreadLocal<>();

  private final DjlMatrixMath owner;
  private final TorchScope scope;
  private final TorchProgram program;
  private final NDManager processor;
  private final HostArrays host;

  /** Becomes the work under way on this thread, on which it must be closed; the arrays' way to the device is its own until then. */
  TorchWork(DjlMatrixMath owner, TorchScope scope, TorchProgram program, HostArrays host) {
    this.owner = owner;
    this.scope = scope;
    this.program = program;
    this.host = host;
    this.processor = scope.memory().newSubManager(Device.cpu());
    CURRENT.set(this);
  }

  /** What is under way on this thread; null if nothing is. */
  static @Nullable TorchWork current(DjlMatrixMath owner) {
    TorchWork open = CURRENT.get();
    return open != null && open.owner == owner ? open : null;
  }

  NDManager memory() {
    return scope.memory();
  }

  /** The same array, with results of operations on it belonging to this work. */
  NDArray in(NDArray array) {
    NDArray view = array.reshape(array.getShape());
    view.attach(memory());
    return view;
  }

  /** Rows of single precision [n,k]. */
  NDArray upload(float[] values, int n, int k) {
    return host.copy(memory(), values, n, k);
  }

  /** Rows {@code first} to {@code first + n} of a source, each of k values [n,k]. */
  NDArray upload(RowSource rows, int first, int n, int k) {
    return host.copy(memory(), rows, first, n, k);
  }

  /** Rows [n,k]. */
  NDArray upload(float[][] rows) {
    return upload(Matrices.flat(rows), rows.length, rows[0].length);
  }

  /** [n]. */
  NDArray upload(float[] values) {
    return host.copy(memory(), values, values.length);
  }

  /** [n], rounded to single precision. */
  NDArray upload(double[] values) {
    return upload(Doubles.floats(values));
  }

  /** [n,1], rounded to single precision. */
  NDArray column(double[] values) {
    return host.copy(memory(), Doubles.floats(values), values.length, 1);
  }

  /** [n] in double precision. */
  NDArray exact(double[] values) {
    return memory().create(values);
  }

  /** Labels [n,1] as whole numbers, with memory of their own: what is created shares it with Java until the work ends. */
  NDArray labels(int[] labels) {
    long[] whole = new long[labels.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = labels[i];
    }
    return memory().create(whole).reshape(labels.length, 1).duplicate();
  }

  /** The same [1,n]. */
  NDArray labelRow(int[] labels) {
    return labels(labels).reshape(1, labels.length);
  }

  /** Numbers for a program; on the processor whatever the device. */
  NDArray numbers(double... numbers) {
    return processor.create(numbers);
  }

  /** Runs a method of {@link KernelProgram}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // handed on as they are
  final NDArray run(String method, NDArray x, List<NDArray>... lists) {
    return program.run(memory(), method, x, false, lists).get(0);
  }

  /** A matrix as rows in Java's memory. */
  float[][] rows(NDArray matrix) {
    int rows = (int) matrix.size(0);
    return Matrices.rowsOf(matrix.toFloatArray(), 0, rows, (int) matrix.size(1));
  }

  @Override
  public void close() {
    CURRENT.remove();
    scope.close();
  }
}
