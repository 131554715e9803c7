package eifexplorer.engine.checkpoint;

import eifexplorer.array.HalfFloat;
import java.nio.ByteBuffer;
import java.util.Optional;

/** How one element is stored, with PyTorch's and safetensors' names for it. */
enum ElementKind {
  FLOAT32("FloatStorage", "F32", 4),
  FLOAT64("DoubleStorage", "F64", 8),
  FLOAT16("HalfStorage", "F16", 2),
  BFLOAT16("BFloat16Storage", "BF16", 2),
  INT64("LongStorage", "I64", 8),
  INT32("IntStorage", "I32", 4),
  INT16("ShortStorage", "I16", 2),
  INT8("CharStorage", "I8", 1),
  UINT8("ByteStorage", "U8", 1),
  UINT16("UInt16Storage", "U16", 2),
  UINT32("UInt32Storage", "U32", 4),
  UINT64("UInt64Storage", "U64", 8),
  BOOL("BoolStorage", "BOOL", 1);

  private final String torchName;
  private final String safetensorsName;
  private final int bytes;

  ElementKind(String torchName, String safetensorsName, int bytes) {
    this.torchName = torchName;
    this.safetensorsName = safetensorsName;
    this.bytes = bytes;
  }

  String safetensorsName() {
    return safetensorsName;
  }

  /** Bytes of one element on disk. */
  int bytes() {
    return bytes;
  }

  /** Whether elements become float32; otherwise int64. */
  boolean isFloat() {
    return switch (this) {
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> true;
      case INT64, INT32, INT16, INT8, UINT8, UINT16, UINT32, UINT64, BOOL -> false;
    };
  }

  /** Bytes of one element in memory. */
  int heapBytes() {
    return isFloat() ? Float.BYTES : Long.BYTES;
  }

  static Optional<ElementKind> ofTorch(String storageClass) {
    for (ElementKind kind : values()) {
      if (kind.torchName.equals(storageClass)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  static Optional<ElementKind> ofSafetensors(String name) {
    for (ElementKind kind : values()) {
      if (kind.safetensorsName.equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Element {@code i} of a floating kind. */
  float floatAt(ByteBuffer data, int i) {
    return switch (this) {
      case FLOAT32 -> data.getFloat(i * 4);
      case FLOAT64 -> (float) data.getDouble(i * 8);
      case FLOAT16 -> HalfFloat.toFloat(data.getShort(i * 2));
      case BFLOAT16 -> HalfFloat.fromBfloat16(data.getShort(i * 2));
      default -> longAt(data, i);
    };
  }

  /** Element {@code i} of an integer kind. */
  long longAt(ByteBuffer data, int i) {
    return switch (this) {
      case INT64, UINT64 -> data.getLong(i * 8);
      case INT32 -> data.getInt(i * 4);
      case INT16 -> data.getShort(i * 2);
      case INT8 -> data.get(i);
      case UINT8 -> data.get(i) & 0xff;
      case UINT16 -> data.getShort(i * 2) & 0xffff;
      case UINT32 -> data.getInt(i * 4) & 0xffffffffL;
      case BOOL -> data.get(i) == 0 ? 0 : 1;
      default -> throw new IllegalStateException(this + " is no integer kind");
    };
  }

  /** All elements of little-endian {@code data}, row major. */
  WeightTensor decode(ByteBuffer data, int... shape) {
    int n = WeightTensor.elements(shape);
    if (!isFloat()) {
      long[] out = new long[n];
      for (int i = 0; i < n; i++) {
        out[i] = longAt(data, i);
      }
      return WeightTensor.owning(out, shape);
    }
    float[] out = new float[n];
    if (this == FLOAT32) {
      data.asFloatBuffer().get(0, out);
    } else {
      for (int i = 0; i < n; i++) {
        out[i] = floatAt(data, i);
      }
    }
    return WeightTensor.owning(out, shape);
  }
}
