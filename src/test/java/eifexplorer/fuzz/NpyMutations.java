package eifexplorer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Damage to the header of a {@code .npy} array, whose length then fits again. */
final class NpyMutations {
  private static final List<String> TYPES =
      List.of(
          "<f4",
          ">f4",
          "<f8",
          "<f2",
          "|O",
          "<U5",
          ">U0",
          "|S3",
          "<i8",
          "<u8",
          "|b1",
          "|u1",
          "<c16",
          "<M8[ns]",
          "<f16",
          "[('a','<f4')]",
          "<U99999999",
          "",
          "x");
  private static final List<String> SHAPES =
      List.of(
          "()",
          "(0,)",
          "(1,)",
          "(-1,)",
          "(3, 0)",
          "(2147483647,)",
          "(4294967296, 4294967296)",
          "(99999999999999999999,)",
          "(1e3,)",
          "(2, 3, 4)",
          "(True,)",
          "(1L,)",
          "3",
          "(1, 1, 1, 1," + " 1, 1, 1, 1, 1)",
          "(65536, 32768)",
          "((1,),)");
  private static final Pattern TYPE = Pattern.compile("'descr': *'[^']*'");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\([^)]*\\)");

  private NpyMutations() {}

  static List<Mutation> all() {
    return List.of(
        new Mutation("npy", NpyMutations::header), new Mutation("npy", NpyMutations::header));
  }

  private static byte[] header(byte[] bytes, Random random) {
    int start = bytes.length > 6 && bytes[6] > 1 ? 12 : 10;
    int end = bytes.length > start ? start + (bytes[8] & 255) + ((bytes[9] & 255) << 8) : 0;
    if (end <= start || end > bytes.length) {
      return bytes;
    }
    String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    byte[] changed =
        change(text, random).stripTrailing().concat("\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] joined = ByteMutations.join(bytes, start, changed, end);
    byte[] whole = Arrays.copyOf(joined, joined.length);
    whole[8] = (byte) changed.length;
    whole[9] = (byte) (changed.length >> 8);
    return whole;
  }

  private static String change(String text, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> text.replace("False", "True");
      case 1 -> text.replace("'descr'", "'DESCR'");
      case 2 -> text.replace("}", ", 'shape': (1,)}");
      case 3, 4 -> SHAPE.matcher(text).replaceFirst("'shape': " + of(SHAPES, random));
      default -> TYPE.matcher(text).replaceFirst("'descr': '" + of(TYPES, random) + "'");
    };
  }

  private static String of(List<String> list, Random random) {
    return ByteMutations.of(list, random);
  }
}
