package eifexplorer.array;

import eifexplorer.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header of a {@code .npy} array (format versions 1 to 3).
 *
 * @param type element type
 * @param order byte order of the elements
 * @param shape lengths of the axes, row major; empty for a scalar; text has one axis more, the length of its strings
 * @param dataOffset bytes before the first element
 * @param columnMajor whether the first axis runs fastest instead of the last, as in Fortran
 */
public record NpyHeader(
    ElementType type, ByteOrder order, long[] shape, long dataOffset, boolean columnMajor) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER = 1 << 16;
  private static final Pattern DESCR =
      Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d+)'");
  private static final Pattern OBJECTS = Pattern.compile("'descr'\\s*:\\s*'\\|?O");
  private static final Pattern FIELDS = Pattern.compile("'descr'\\s*:\\s*\\[");
  private static final Pattern OTHER_TYPE =
      Pattern.compile("'descr'\\s*:\\s*'[<>|=]([mM]8\\[[\\w ]{1,9}\\]|V\\d{1,9})'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, L]*)\\)");

  /** Element types that are read. */
  public enum ElementType {
    FLOAT16("f2", 2),
    FLOAT32("f4", 4),
    FLOAT64("f8", 8),
    INT8("i1", 1),
    INT16("i2", 2),
    INT32("i4", 4),
    INT64("i8", 8),
    UINT8("u1", 1),
    UINT16("u2", 2),
    UINT32("u4", 4),
    UINT64("u8", 8),
    BOOL("b1", 1),
    /** Text in UTF-32; the last axis of the shape runs over the characters of a string. */
    UNICODE("U", 4),
    /** Text in bytes; the last axis of the shape runs over the bytes of a string. */
    BYTES("S", 1);

    private final String code;
    private final int bytes;

    ElementType(String code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    /** True for strings rather than numbers. */
    public boolean isText() {
      return this == UNICODE || this == BYTES;
    }

    /** The number at position {@code i}, counted in elements, of {@code data}; not for text. */
    double numberAt(ByteBuffer data, int i) {
      return switch (this) {
        case FLOAT16 -> HalfFloat.toFloat(data.getShort(i * 2));
        case FLOAT32 -> data.getFloat(i * 4);
        case FLOAT64 -> data.getDouble(i * 8);
        case INT8 -> data.get(i);
        case INT16 -> data.getShort(i * 2);
        case INT32 -> data.getInt(i * 4);
        case INT64 -> data.getLong(i * 8);
        case UINT8, BOOL -> data.get(i) & 0xff;
        case UINT16 -> data.getShort(i * 2) & 0xffff;
        case UINT32 -> data.getInt(i * 4) & 0xffffffffL;
        case UINT64 -> unsigned(data.getLong(i * 8));
        case UNICODE, BYTES -> throw new IllegalStateException("Text is no number");
      };
    }

    private static double unsigned(long bits) {
      return bits >= 0 ? bits : (bits >>> 1) * 2.0;
    }

    /** numpy's code, such as {@code f4}; without the length for text. */
    public String code() {
      return code;
    }

    /** Bytes of one element. */
    public int bytes() {
      return bytes;
    }
  }

  /** The same for elements that were brought into rows. */
  NpyHeader inRows() {
    return new NpyHeader(type, order, shape, dataOffset, false);
  }

  /** Number of elements. */
  public long size() {
    return product(1);
  }

  /** Bytes of all elements. */
  public long byteSize() {
    return product(type.bytes());
  }

  private long product(long start) {
    long n = start;
    try {
      for (long axis : shape) {
        n = Math.multiplyExact(n, axis);
      }
    } catch (ArithmeticException e) {
      throw new ProblemException(
          "An array's shape " + Arrays.toString(shape) + " is too large", "", "", e);
    }
    return n;
  }

  /**
   * Reads the header at the start of {@code bytes}, which must hold at least the whole header.
   *
   * @param source name shown in messages
   * @throws ProblemException if it is no .npy header, or of a type or order that is not read
   */
  public static NpyHeader parse(byte[] bytes, String source) {
    int lengthBytes = prefixCheck(bytes, source);
    int start = 8 + lengthBytes;
    int length = headerLength(bytes, source);
    if (bytes.length < start + length) {
      throw broken("The .npy header is cut short", source);
    }
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    Matcher descr = DESCR.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (OBJECTS.matcher(text).find()) {
      throw new ProblemException(
          "The array holds Python objects",
          source,
          "Make it an array of text or of numbers before saving, with astype(str) or"
              + " astype(\"float32\").");
    }
    requireSimple(text, source);
    if (!descr.find() || !fortran.find() || !shape.find()) {
      throw broken("The .npy header is not understood" + quoted(text), source);
    }
    long[] axes = parseShape(shape.group(1), source);
    boolean columnMajor = fortran.group(1).equals("True") && axes.length > 1;
    ElementType type = type(descr.group(2), descr.group(3), source);
    if (type.isText()) {
      axes = Arrays.copyOf(axes, axes.length + 1);
      axes[axes.length - 1] = parseShape(descr.group(3), source)[0];
    }
    ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    NpyHeader header = new NpyHeader(type, order, axes, (long) start + length, columnMajor);
    header.requireCountable(source);
    return header;
  }

  private static String quoted(String text) {
    return text.isBlank() ? ", for it is empty" : ": " + text.strip();
  }

  /** Refuses arrays of a type that has another form than a letter and a width: with fields, of times. */
  private static void requireSimple(String text, String source) {
    if (FIELDS.matcher(text).find()) {
      throw new ProblemException(
          "The array has fields of their own types",
          source,
          "Save each as an array of its own, such as array[\"label\"].");
    }
    Matcher other = OTHER_TYPE.matcher(text);
    if (other.find()) {
      throw notRead(other.group(1), source);
    }
  }

  private void requireCountable(String source) {
    try {
      byteSize();
    } catch (ProblemException e) {
      throw broken(e.what(), source);
    }
    // The product says nothing where an axis is 0.
    if (Arrays.stream(shape).anyMatch(axis -> axis > Integer.MAX_VALUE)) {
      throw broken("An array's shape " + Arrays.toString(shape) + " is too large", source);
    }
  }

  /** Length of the header dictionary announced by the first 12 bytes, checked to be sane. */
  static int headerLength(byte[] bytes, String source) {
    int lengthBytes = prefixCheck(bytes, source);
    int length = (bytes[8] & 0xff) | (bytes[9] & 0xff) << 8;
    if (lengthBytes == 4) {
      length |= (bytes[10] & 0xff) << 16 | (bytes[11] & 0xff) << 24;
    }
    if (length < 0 || length > MAX_HEADER) {
      throw broken("The .npy header claims " + length + " bytes", source);
    }
    return length;
  }

  /** Bytes of the header for a little-endian C-order array; its length is a multiple of 64, as numpy writes it. */
  public static byte[] encode(ElementType type, long... shape) {
    String kind = (type.bytes() == 1 ? "|" : "<") + type.code();
    int written = shape.length;
    if (type.isText()) {
      written--;
      kind += shape[written];
    }
    StringBuilder axes = new StringBuilder("(");
    for (int i = 0; i < written; i++) {
      axes.append(shape[i]).append(written == 1 ? "," : i < written - 1 ? ", " : "");
    }
    String dict =
        "{'descr': '" + kind + "', 'fortran_order': False, 'shape': " + axes.append(')') + ", }";
    int total = (10 + dict.length() + 1 + 63) / 64 * 64;
    byte[] out = new byte[total];
    Arrays.fill(out, (byte) ' ');
    System.arraycopy(MAGIC, 0, out, 0, MAGIC.length);
    out[6] = 1;
    out[7] = 0;
    out[8] = (byte) (total - 10);
    out[9] = (byte) ((total - 10) >> 8);
    byte[] text = dict.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, out, 10, text.length);
    out[total - 1] = '\n';
    return out;
  }

  private static int prefixCheck(byte[] bytes, String source) {
    if (bytes.length < 12 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw broken("This is no .npy array", source);
    }
    return bytes[6] == 1 ? 2 : 4;
  }

  private static ElementType type(String kind, String width, String source) {
    for (ElementType type : ElementType.values()) {
      if (type.code().equals(type.isText() ? kind : kind + width)) {
        return type;
      }
    }
    throw notRead(kind + width, source);
  }

  private static ProblemException notRead(String type, String source) {
    return new ProblemException(
        "Arrays of type " + type + " are not read",
        source,
        "Save it as another type, with astype(\"float32\") or astype(str).");
  }

  private static long[] parseShape(String text, String source) {
    try {
      return Arrays.stream(text.replace("L", "").split(","))
          .map(String::trim)
          .filter(s -> !s.isEmpty())
          .mapToLong(Long::parseLong)
          .toArray();
    } catch (NumberFormatException e) {
      throw broken("The array's shape (" + text + ") is not understood", source);
    }
  }

  private static ProblemException broken(String what, String source) {
    return new ProblemException(
        what, source, "Save it again with numpy.save or numpy.savez, in C order.");
  }
}
