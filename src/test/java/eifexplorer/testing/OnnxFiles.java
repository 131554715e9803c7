package eifexplorer.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small ONNX files, put together field by field. */
public final class OnnxFiles {
  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

  /** A graph that gives a map [n,2,h,w] and its mean [n,2]: a 1×1 convolution whose weights are in another file. */
  public static Path convolution(Path folder, boolean channelsLast, long batch, long side) {
    Path file = folder.resolve("network.onnx");
    write(folder.resolve("network.onnx.data"), floats(9, 9, 1, 2, 3, -1, 0, 1, 7));
    long[] images =
        channelsLast ? new long[] {batch, side, side, 3} : new long[] {batch, 3, side, side};
    long[] map =
        channelsLast ? new long[] {batch, side, side, 2} : new long[] {batch, 2, side, side};
    OnnxFiles of =
        new OnnxFiles().input("images", images).external("W", "network.onnx.data", 8, 24);
    if (channelsLast) {
      of.node("", "Transpose", new String[] {"images"}, "x", ints("perm", 0, 3, 1, 2))
          .node("", "Conv", new String[] {"x", "W"}, "y")
          .node("", "Transpose", new String[] {"y"}, "map", ints("perm", 0, 2, 3, 1));
    } else {
      of.node("", "Conv", new String[] {"images", "W"}, "map");
    }
    int[] places = channelsLast ? new int[] {1, 2} : new int[] {2, 3};
    return of.node("", "ReduceMean", new String[] {"map"}, "features", ints("axes", places), keep())
        .output("map", map)
        .output("features", batch, 2)
        .write(file);
  }

  private static byte[] keep() {
    return message(text(1, "keepdims"), varint(3, 0), varint(20, 2));
  }

  private static byte[] ints(String name, int... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text(1, name));
    for (int value : values) {
      out.writeBytes(varint(8, value));
    }
    out.writeBytes(varint(20, 7));
    return out.toByteArray();
  }

  /** Adds an input of float32; -1 is an open length. */
  public OnnxFiles input(String name, long... shape) {
    graph.writeBytes(sized(11, value(name, shape)));
    return this;
  }

  /** Adds an output of float32. */
  public OnnxFiles output(String name, long... shape) {
    graph.writeBytes(sized(12, value(name, shape)));
    return this;
  }

  /** Adds an operation with attributes. */
  public OnnxFiles node(
      String domain, String operator, String[] inputs, String output, byte[]... attributes) {
    graph.writeBytes(sized(1, nodeOf(domain, operator, inputs, output, attributes)));
    return this;
  }

  private static byte[] nodeOf(
      String domain, String operator, String[] inputs, String output, byte[]... attributes) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    for (String input : inputs) {
      node.writeBytes(text(1, input));
    }
    node.writeBytes(text(2, output));
    node.writeBytes(text(4, operator));
    node.writeBytes(text(7, domain));
    for (byte[] attribute : attributes) {
      node.writeBytes(sized(5, attribute));
    }
    return node.toByteArray();
  }

  /** An attribute with a graph of one operation in it. */
  public static byte[] branch(String domain, String operator) {
    byte[] node = nodeOf(domain, operator, new String[] {}, "inner");
    return message(text(1, "then_branch"), sized(6, sized(1, node)), varint(20, 5));
  }

  /** Adds a function of one operation. */
  public OnnxFiles function(String domain, String name, String operatorDomain, String operator) {
    byte[] node = nodeOf(operatorDomain, operator, new String[] {"a"}, "b");
    rest.writeBytes(sized(25, message(text(1, name), sized(7, node), text(10, domain))));
    return this;
  }

  /** Adds a weight [2,3,1,1] whose values are in another file. */
  public OnnxFiles external(String name, String location, long offset, long length) {
    graph.writeBytes(
        sized(
            5,
            message(
                varint(1, 2),
                varint(1, 3),
                varint(1, 1),
                varint(1, 1),
                varint(2, 1),
                text(8, name),
                sized(13, message(text(1, "location"), text(2, location))),
                sized(13, message(text(1, "offset"), text(2, String.valueOf(offset)))),
                sized(13, message(text(1, "length"), text(2, String.valueOf(length)))),
                varint(14, 1))));
    return this;
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    return message(
        varint(1, 8),
        sized(7, message(text(2, "graph"), graph.toByteArray())),
        sized(8, varint(2, 17)),
        rest.toByteArray());
  }

  /** Writes the file. */
  public Path write(Path file) {
    return write(file, bytes());
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static byte[] value(String name, long... shape) {
    ByteArrayOutputStream axes = new ByteArrayOutputStream();
    for (long length : shape) {
      axes.writeBytes(sized(1, length < 0 ? text(2, "n") : varint(1, length)));
    }
    byte[] tensor = message(varint(1, 1), sized(2, axes.toByteArray()));
    return message(text(1, name), sized(2, sized(1, tensor)));
  }

  private static byte[] message(byte[]... fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      out.writeBytes(field);
    }
    return out.toByteArray();
  }

  private static byte[] text(int field, String value) {
    return sized(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sized(int field, byte[] value) {
    return message(plain((long) field << 3 | 2), plain(value.length), value);
  }

  private static byte[] varint(int field, long value) {
    return message(plain((long) field << 3), plain(value));
  }

  private static byte[] plain(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = value;
    while (left > 0x7f) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return out.toByteArray();
  }
}
