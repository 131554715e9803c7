package eifexplorer.array;

import java.util.Arrays;

/** Arrays in Fortran's order, as numpy saves the transpose of another, brought into rows. */
final class ColumnMajor {
  private ColumnMajor() {}

  /**
   * The elements of a whole array row by row.
   *
   * @param data as many elements as the header says, the first axis running fastest
   */
  static byte[] toRows(byte[] data, NpyHeader header) {
    int axes = header.shape().length - (header.type().isText() ? 1 : 0);
    int bytes = header.type().bytes();
    if (header.type().isText()) {
      bytes *= Math.toIntExact(header.shape()[axes]);
    }
    int[] index = new int[axes];
    long[] strides = strides(header.shape(), axes);
    byte[] rows = new byte[data.length];
    int count = bytes == 0 ? 0 : data.length / bytes;
    for (int i = 0; i < count; i++) {
      long from = 0;
      for (int axis = 0; axis < axes; axis++) {
        from += index[axis] * strides[axis];
      }
      System.arraycopy(data, Math.toIntExact(from * bytes), rows, i * bytes, bytes);
      increment(index, header.shape());
    }
    return rows;
  }

  private static long[] strides(long[] shape, int axes) {
    long[] strides = new long[axes];
    Arrays.fill(strides, 1);
    for (int axis = 1; axis < axes; axis++) {
      strides[axis] = strides[axis - 1] * shape[axis - 1];
    }
    return strides;
  }

  /** Counts on, the last axis fastest. */
  private static void increment(int[] index, long[] shape) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }
}
