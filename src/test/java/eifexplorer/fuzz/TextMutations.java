package eifexplorer.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damage to tables and lists: lines, fields, encodings. */
final class TextMutations {
  private static final List<String> FIELDS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "2147483648",
          "99999999999999999999",
          "1e308",
          "NaN",
          "Infinity",
          "1.5",
          "\"",
          "\"\"\"",
          "'",
          "a\"b",
          "../../../etc/passwd",
          "/etc/passwd",
          "C:\\x",
          "a/../b",
          "file:///etc/hosts",
          "\0",
          "\u001b[31mred",
          "\u202egnp",
          "\ufeff",
          "\ud800",
          "é",
          "日本",
          "%s%n%x",
          "${jndi}",
          "=1+1",
          "x".repeat(5000),
          "con",
          ".",
          "..",
          "/",
          "true",
          "None");
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.US_ASCII,
          Charset.forName("UTF-32"));

  private TextMutations() {}

  /** Everything, in files whose fields are divided by {@code separator}. */
  static List<Mutation> all(String separator) {
    return List.of(
        new Mutation("line", (bytes, random) -> text(lines(text(bytes), random))),
        new Mutation("field", (bytes, random) -> text(field(text(bytes), separator, random))),
        new Mutation("field", (bytes, random) -> text(field(text(bytes), separator, random))),
        new Mutation("ends", (bytes, random) -> text(ends(text(bytes), random))),
        new Mutation(
            "charset",
            (bytes, random) -> text(bytes).getBytes(ByteMutations.of(CHARSETS, random))));
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String lines(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int a = random.nextInt(lines.size());
    int b = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(a);
      case 1 -> lines.add(b, lines.get(a));
      case 2 -> Collections.swap(lines, a, b);
      default -> lines.addAll(a, Collections.nCopies(1 + random.nextInt(300), lines.get(b)));
    }
    return String.join("\n", lines);
  }

  private static String field(String text, String separator, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    List<String> fields = new ArrayList<>(Arrays.asList(lines.get(line).split(separator, -1)));
    int field = random.nextInt(fields.size());
    switch (random.nextInt(4)) {
      case 0 -> fields.remove(field);
      case 1 -> fields.add(field, ByteMutations.of(FIELDS, random));
      default -> fields.set(field, ByteMutations.of(FIELDS, random));
    }
    lines.set(line, String.join(separator, fields));
    return String.join("\n", lines);
  }

  private static String ends(String text, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> text.replace("\n", "\r\n");
      case 1 -> text.replace('\n', '\r');
      case 2 -> "\ufeff" + text;
      case 3 -> text + "\n\n \n";
      default -> text.strip();
    };
  }
}
