package eifexplorer.engine.onnx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A message put together from bytes and from parts of files, which are copied only when it is written. */
final class Segments {
  private static final int SIZED = 2;

  private final List<Part> parts = new ArrayList<>();
  private long length;

  /** Bytes, or a part of a file where there are none. */
  private record Part(byte[] bytes, Path file, long start, long length) {}

  /** How many bytes it takes. */
  long length() {
    return length;
  }

  void add(ProtoField field) {
    add(field.file().path(), field.tag(), field.end() - field.tag());
  }

  void add(Path file, long start, long count) {
    Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last != null
        && last.bytes().length == 0
        && last.file().equals(file)
        && last.start() + last.length() == start) {
      parts.set(
          parts.size() - 1, new Part(last.bytes(), file, last.start(), last.length() + count));
    } else {
      parts.add(new Part(new byte[0], file, start, count));
    }
    length += count;
  }

  /** The head of a field of so many bytes, which follow. */
  void addHead(int number, long count) {
    byte[] bytes = new byte[2 * 10];
    int size = varint((long) number << 3 | SIZED, bytes, 0);
    size = varint(count, bytes, size);
    parts.add(new Part(Arrays.copyOf(bytes, size), Path.of(""), 0, 0));
    length += size;
  }

  void addMessage(int number, Segments message) {
    addHead(number, message.length);
    parts.addAll(message.parts);
    length += message.length;
  }

  private static int varint(long value, byte[] into, int from) {
    int at = from;
    long rest = value;
    while (rest > 0x7f) {
      into[at++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    into[at++] = (byte) rest;
    return at;
  }

  void writeTo(OutputStream out) throws IOException {
    for (Part part : parts) {
      if (part.bytes().length > 0) {
        out.write(part.bytes());
      } else {
        copy(part, out);
      }
    }
  }

  private static void copy(Part part, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (FileChannel channel = FileChannel.open(part.file());
        InputStream in = Channels.newInputStream(channel.position(part.start()))) {
      long left = part.length();
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (count < 0) {
          throw new EOFException(part.file() + " became shorter");
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
  }
}
