package eifexplorer.engine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes into a network or comes out of it.
 *
 * @param name its name
 * @param isFloat whether it is a tensor of float32
 * @param shape its axes, none if the file does not say them; -1 where the length is open
 */
public record OnnxValue(String name, boolean isFloat, List<Long> shape) {
  /** An axis whose length is open. */
  static final long OPEN = -1;

  private static final int FLOAT = 1;

  /** Copies the shape. */
  public OnnxValue {
    shape = List.copyOf(shape);
  }

  /** Number of axes. */
  public int rank() {
    return shape.size();
  }

  /** Length of an axis; 0 if it is open. */
  public int length(int axis) {
    return (int) Math.max(0, Math.min(shape.get(axis), Integer.MAX_VALUE));
  }

  /** For people, such as {@code "features" [n,128]}. */
  public String text() {
    String axes =
        shape.stream()
            .map(length -> length == OPEN ? "n" : String.valueOf(length))
            .collect(Collectors.joining(","));
    return "\""
        + name
        + "\" ["
        + (shape.isEmpty() ? "…" : axes)
        + "]"
        + (isFloat ? "" : " (not float32)");
  }

  /** Reads a {@code ValueInfoProto}. */
  static OnnxValue read(ProtoMessage message) throws IOException {
    String name = "";
    boolean isFloat = false;
    List<Long> shape = List.of();
    while (message.hasNext()) {
      ProtoField field = message.next();
      if (field.number() == 1) {
        name = field.text();
      } else if (field.number() == 2) {
        ProtoMessage type = field.message();
        while (type.hasNext()) {
          ProtoField tensor = type.next();
          if (tensor.number() == 1) {
            ProtoMessage of = tensor.message();
            while (of.hasNext()) {
              ProtoField part = of.next();
              isFloat |= part.number() == 1 && part.value() == FLOAT;
              shape = part.number() == 2 ? axes(part.message()) : shape;
            }
          }
        }
      }
    }
    return new OnnxValue(name, isFloat, shape);
  }

  private static List<Long> axes(ProtoMessage shape) throws IOException {
    List<Long> axes = new ArrayList<>();
    while (shape.hasNext()) {
      ProtoField axis = shape.next();
      if (axis.number() == 1) {
        long length = OPEN;
        ProtoMessage of = axis.message();
        while (of.hasNext()) {
          ProtoField part = of.next();
          length = part.number() == 1 && part.value() > 0 ? part.value() : length;
        }
        axes.add(length);
      }
    }
    return axes;
  }
}
