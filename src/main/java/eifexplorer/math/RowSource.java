package eifexplorer.math;

/** Rows in float32 that are copied from where they are, such as a file mapped into memory; safe for use from any thread. */
@FunctionalInterface
public interface RowSource {
  /** Copies rows {@code from} (included) to {@code to} (excluded) into {@code target} from {@code offset} on. */
  void copyRows(int from, int to, float[] target, int offset);
}
