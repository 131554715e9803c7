package eifexplorer.engine.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A tensor as a pickle describes it: a strided view of a storage, its elements still in the file.
 *
 * @param storage where the elements are
 * @param offset elements before the first
 * @param shape lengths of the axes
 * @param strides elements between neighbours along each axis
 */
record StoredTensor(Storage storage, long offset, int[] shape, long[] strides) {

  /**
   * A run of elements in the file.
   *
   * @param key its name there
   * @param kind how each element is stored
   * @param elements how many there are
   */
  record Storage(String key, ElementKind kind, long elements) {
    long bytes() {
      return Math.multiplyExact(elements, (long) kind.bytes());
    }
  }

  /** Throws {@link BrokenPickleException} if an element lies outside the storage. */
  StoredTensor {
    if (shape.length != strides.length || offset < 0) {
      throw new BrokenPickleException("a tensor's shape and strides do not belong together");
    }
    long last = offset;
    long size = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] < 0 || strides[axis] < 0) {
        throw new BrokenPickleException("a tensor has a negative length or stride");
      }
      size = Math.multiplyExact(size, (long) shape[axis]);
      last = Math.addExact(last, Math.multiplyExact(strides[axis], Math.max(shape[axis] - 1L, 0)));
    }
    if (size > Integer.MAX_VALUE - 16) {
      throw new BrokenPickleException("a tensor of " + size + " elements is too large");
    }
    if (size > 0 && last >= storage.elements()) {
      throw new BrokenPickleException(
          "a tensor reaches element " + last + " of a storage of " + storage.elements());
    }
  }

  int size() {
    return WeightTensor.elements(shape);
  }

  /** Bytes it takes in memory. */
  long heapBytes() {
    return (long) size() * storage.kind().heapBytes();
  }

  /** Reads the elements from the storage's little-endian bytes. */
  WeightTensor decode(ByteBuffer bytes) {
    ElementKind kind = storage.kind();
    if (size() == 0) {
      return kind.decode(bytes, shape);
    }
    if (isContiguous()) {
      int from = Math.toIntExact(offset * kind.bytes());
      ByteBuffer own = bytes.slice(from, size() * kind.bytes()).order(bytes.order());
      return kind.decode(own, shape);
    }
    int[] positions = positions();
    if (kind.isFloat()) {
      float[] out = new float[positions.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = kind.floatAt(bytes, positions[i]);
      }
      return WeightTensor.owning(out, shape);
    }
    long[] out = new long[positions.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = kind.longAt(bytes, positions[i]);
    }
    return WeightTensor.owning(out, shape);
  }

  private boolean isContiguous() {
    long expected = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (shape[axis] != 1 && strides[axis] != expected) {
        return false;
      }
      expected *= shape[axis];
    }
    return true;
  }

  /** Element of the storage for each element of the tensor, row major. */
  private int[] positions() {
    int[] positions = new int[size()];
    int[] index = new int[shape.length];
    long position = offset;
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (int) position;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        position += strides[axis];
        if (++index[axis] < shape[axis]) {
          break;
        }
        position -= strides[axis] * shape[axis];
        index[axis] = 0;
      }
    }
    return positions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredTensor that
        && storage.equals(that.storage)
        && offset == that.offset
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(strides, that.strides);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * storage.hashCode() + Long.hashCode(offset)) + Arrays.hashCode(shape);
  }
}
