package eifexplorer.array;

/** Arrays whose first axis runs fastest, as numpy saves a transposed one ("Fortran order"). */
final class ColumnMajor {
  private ColumnMajor() {}

  /**
   * The same elements with the last axis running fastest.
   *
   * @param data the elements one after another; returned as it is if it is cut short, which the reader then tells
   * @param header their shape and type; a string is one element
   */
  static byte[] toRowMajor(byte[] data, NpyHeader header) {
    if (data.length < header.byteSize() || data.length == 0) {
      return data;
    }
    long[] shape = header.shape();
    int axes = header.type().isText() ? shape.length - 1 : shape.length;
    int width = header.type().bytes() * (axes < shape.length ? (int) shape[axes] : 1);
    byte[] out = new byte[data.length];
    int[] index = new int[axes];
    for (int to = 0; to < out.length; to += width) {
      System.arraycopy(data, position(index, shape) * width, out, to, width);
      next(index, shape);
    }
    return out;
  }

  private static int position(int[] index, long[] shape) {
    int position = 0;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      position = position * (int) shape[axis] + index[axis];
    }
    return position;
  }

  private static void next(int[] index, long[] shape) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }
}
