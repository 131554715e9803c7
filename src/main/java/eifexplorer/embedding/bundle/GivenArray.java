package eifexplorer.embedding.bundle;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npy;
import eifexplorer.array.NpyHeader;
import eifexplorer.array.NpyReader;
import eifexplorer.embedding.FeatureFile;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** An array of a file that people hand over: its name and shape, and its elements when they are asked for. */
final class GivenArray {
  private final String name;
  private final String where;
  private final List<Long> shape;
  private final Kind kind;
  private final Supplier<float[]> floats;
  private final Supplier<List<String>> words;
  private final String unread;

  /** What its elements are. */
  private enum Kind {
    NUMBERS,
    WHOLE_NUMBERS,
    TEXT
  }

  private GivenArray(
      String name,
      String where,
      List<Long> shape,
      Kind kind,
      Supplier<float[]> floats,
      Supplier<List<String>> words) {
    this(name, where, shape, kind, floats, words, "");
  }

  private GivenArray(
      String name,
      String where,
      List<Long> shape,
      Kind kind,
      Supplier<float[]> floats,
      Supplier<List<String>> words,
      String unread) {
    this.name = name;
    this.where = where;
    this.shape = shape;
    this.kind = kind;
    this.floats = floats;
    this.words = words;
    this.unread = unread;
  }

  /** An array of numpy's. */
  static GivenArray of(
      String name,
      String where,
      NpyHeader header,
      Supplier<NpyReader> reader,
      Supplier<NdArray> whole) {
    boolean text = header.type().isText();
    long[] axes = header.shape();
    int count = text ? axes.length - 1 : axes.length;
    return new GivenArray(
        name,
        where,
        Arrays.stream(axes).limit(count).boxed().toList(),
        text ? Kind.TEXT : isFloat(header) ? Kind.NUMBERS : Kind.WHOLE_NUMBERS,
        () -> floats(reader, where),
        () -> words(whole.get(), where));
  }

  private static boolean isFloat(NpyHeader header) {
    return switch (header.type()) {
      case FLOAT16, FLOAT32, FLOAT64 -> true;
      default -> false;
    };
  }

  private static float[] floats(Supplier<NpyReader> open, String where) {
    try (NpyReader reader = open.get()) {
      Npy.requireFits(Math.multiplyExact(reader.header().size(), 4L), where);
      float[] values = new float[(int) reader.header().size()];
      reader.read(values, 0, values.length);
      return values;
    }
  }

  private static List<String> words(NdArray array, String where) {
    return array.type().isText() ? array.strings() : whole(array.doubles(), where);
  }

  private static List<String> whole(double[] values, String where) {
    List<String> words = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      words.add(whole(values[i], i, where));
    }
    return words;
  }

  private static String whole(double value, int position, String where) {
    if (Double.isFinite(value) && Math.abs(value) > 1L << 53) {
      throw new ProblemException(
          "Element " + position + " is " + value + ", too large for a label",
          where,
          "Number the classes from 0, or give their names as text.");
    }
    if (value != Math.rint(value) || Double.isInfinite(value)) {
      throw new ProblemException(
          "Element " + position + " is " + value + ", not a whole number",
          where,
          "Labels are whole numbers or text.");
    }
    return Long.toString((long) value);
  }

  /** An array that can't be read, which by its shape is neither a matrix nor a line; named with the reason. */
  static GivenArray unread(String name, ProblemException why) {
    return new GivenArray(
        name,
        why.where(),
        List.of(0L, 0L, 0L),
        Kind.WHOLE_NUMBERS,
        () -> {
          throw why;
        },
        () -> {
          throw why;
        },
        why.what());
  }

  /** A tensor of a checkpoint or of a safetensors file. */
  static GivenArray of(String name, String where, WeightTensor tensor) {
    return new GivenArray(
        name,
        where,
        Arrays.stream(tensor.shape()).mapToObj(axis -> (long) axis).toList(),
        tensor.isFloat() ? Kind.NUMBERS : Kind.WHOLE_NUMBERS,
        tensor::floats,
        () -> tensorWords(tensor, where));
  }

  private static List<String> tensorWords(WeightTensor tensor, String where) {
    if (tensor.isFloat()) {
      float[] values = tensor.floats();
      double[] wide = new double[values.length];
      Arrays.setAll(wide, i -> values[i]);
      return whole(wide, where);
    }
    long[] values = new long[tensor.size()];
    tensor.longView().get(values);
    return LongStream.of(values).mapToObj(Long::toString).toList();
  }

  /** A list of texts or of numbers. */
  static GivenArray of(String name, String where, List<?> list) {
    boolean text = list.stream().anyMatch(String.class::isInstance);
    return new GivenArray(
        name,
        where,
        List.of((long) list.size()),
        text ? Kind.TEXT : Kind.WHOLE_NUMBERS,
        () -> {
          float[] values = new float[list.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = new BigDecimal(String.valueOf(list.get(i))).floatValue();
          }
          return values;
        },
        () -> text ? list.stream().map(String::valueOf).toList() : listWords(list, where));
  }

  private static List<String> listWords(List<?> list, String where) {
    return whole(list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray(), where);
  }

  /** Numbers [n,F] that are in memory. */
  static GivenArray of(String name, String where, float[] values, int columns) {
    long rows = values.length / columns;
    return new GivenArray(
        name, where, List.of(rows, (long) columns), Kind.NUMBERS, () -> values, () -> List.of());
  }

  /** As the file calls it. */
  String name() {
    return name;
  }

  /** File and name, for messages. */
  String where() {
    return where;
  }

  /** Lengths of the axes; of text those before its characters. */
  List<Long> shape() {
    return shape;
  }

  /** True for text. */
  boolean isText() {
    return kind == Kind.TEXT;
  }

  /** True for fractions, which are no labels unless the name says so. */
  boolean isFractional() {
    return kind == Kind.NUMBERS;
  }

  /** Number of rows, the length of the first axis; 1 for a single element. */
  long rows() {
    return shape.isEmpty() ? 1 : shape.get(0);
  }

  /** Whether it may be features [n,F]. */
  boolean isMatrix() {
    return !isText() && shape.size() == 2 && shape.get(1) > 1;
  }

  /** Whether it is one line of elements, perhaps kept as {@code [1,n]} or {@code [n,1]}. */
  boolean isLine() {
    return shape.size() == 1 || (shape.size() == 2 && shape.contains(1L));
  }

  /** Number of its elements. */
  long size() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** Numbers, row major; not copied. */
  float[] floats() {
    return floats.get();
  }

  /** Texts, or whole numbers as text. Throws {@link ProblemException} naming the first that is neither. */
  List<String> words() {
    return words.get();
  }

  /**
   * Features [n,F] in memory.
   *
   * @throws ProblemException if the shape is another one or a value is not finite
   */
  FeatureMatrix features() {
    if (!isMatrix() || rows() < 1) {
      throw new ProblemException(
          "The features have shape " + shapeText() + " where [n, F] is needed",
          where,
          "Save one row a sample, as features.reshape(len(features), -1) makes them.");
    }
    int rows = Math.toIntExact(rows());
    return FeatureFile.checked(floats(), rows, Math.toIntExact(shape.get(1)), where);
  }

  /** For people: {@code labels [120]}, {@code paths [120] text}, {@code meta (The array holds Python objects)}. */
  @Override
  public String toString() {
    if (!unread.isEmpty()) {
      return name + " (" + unread + ")";
    }
    return name + " " + shapeText() + (isText() ? " text" : "");
  }

  String shapeText() {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
