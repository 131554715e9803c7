package eifexplorer.engine.onnx;

import java.io.IOException;
import java.util.NoSuchElementException;

/** A protobuf message in a file: its fields, one after the other. */
final class ProtoMessage {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int SIZED = 2;
  private static final int FOUR_BYTES = 5;
  private static final int MOST_VARINT_BITS = 64;

  private final ProtoFile file;
  private final long end;
  private long next;

  ProtoMessage(ProtoFile file, long start, long end) {
    this.file = file;
    this.next = start;
    this.end = end;
  }

  boolean hasNext() {
    return next < end;
  }

  /** The next field. Throws {@link eifexplorer.problem.ProblemException} if it reaches beyond the message. */
  ProtoField next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long tag = next;
    long key = varint();
    int number = (int) Math.min(key >>> 3, Integer.MAX_VALUE);
    int kind = (int) (key & 7);
    long value = kind == VARINT || kind == SIZED ? varint() : 0;
    long length =
        switch (kind) {
          case VARINT -> 0;
          case EIGHT_BYTES -> Long.BYTES;
          case SIZED -> value;
          case FOUR_BYTES -> Integer.BYTES;
          default -> -1;
        };
    long start = next;
    if (number == 0 || length < 0 || length > end - start) {
      throw file.damaged();
    }
    next = start + length;
    return new ProtoField(
        file, number, tag, start, next, kind == VARINT ? value : 0, kind == SIZED);
  }

  /** The next varint; {@link #next} reads it from where the last field ended. */
  long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < MOST_VARINT_BITS; shift += 7) {
      if (next >= end) {
        throw file.damaged();
      }
      byte part = file.at(next++);
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw file.damaged();
  }
}
