package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All of a preprocessing but its two lengths as text, such as {@code side=both filter=bicubic}; what is usual is left out. */
final class PreprocessingText {
  private static final String SIDE = "side";
  private static final String FILTER = "filter";
  private static final String MEAN = "mean";
  private static final String STD = "std";
  private static final String ORDER = "order";
  private static final String RANGE = "range";
  private static final List<String> FIELDS = List.of(SIDE, FILTER, MEAN, STD, ORDER, RANGE);

  private PreprocessingText() {}

  static String of(Preprocessing preprocessing) {
    List<String> parts = new ArrayList<>();
    if (preprocessing.side() != ResizeSide.SHORT) {
      parts.add(SIDE + "=" + preprocessing.side().text());
    }
    if (preprocessing.filter() != ResizeFilter.BILINEAR) {
      parts.add(FILTER + "=" + preprocessing.filter().text());
    }
    if (!preprocessing.normalization().equals(Normalization.IMAGENET)) {
      parts.add(preprocessing.normalization().describe());
    }
    return String.join(" ", parts);
  }

  static Preprocessing parse(int resize, int crop, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : text.isBlank() ? new String[0] : text.trim().split("\\s+")) {
      int equals = part.indexOf('=');
      String name = part.substring(0, Math.max(0, equals));
      if (!FIELDS.contains(name)) {
        throw ProblemException.badValue("preprocessing", part, String.join("=, ", FIELDS) + "=");
      }
      fields.put(name, part.substring(equals + 1));
    }
    Normalization usual = Normalization.IMAGENET;
    Normalization normalization =
        new Normalization(
            value(fields.get(MEAN), usual.mean(), list -> numbers(MEAN, list)),
            value(fields.get(STD), usual.std(), list -> numbers(STD, list)),
            value(fields.get(ORDER), false, PreprocessingText::blueFirst),
            value(fields.get(RANGE), 1, PreprocessingText::range));
    return new Preprocessing(
        resize,
        crop,
        normalization,
        value(fields.get(SIDE), ResizeSide.SHORT, ResizeSide::parse),
        value(fields.get(FILTER), ResizeFilter.BILINEAR, ResizeFilter::parse));
  }

  private static <T> T value(@Nullable String text, T usual, Function<String, T> parse) {
    return text == null ? usual : parse.apply(text);
  }

  private static List<Float> numbers(String field, String list) {
    try {
      return Arrays.stream(list.split(",", -1)).map(Float::valueOf).toList();
    } catch (NumberFormatException e) {
      throw ProblemException.badValue(field, list, "three numbers with commas between");
    }
  }

  private static boolean blueFirst(String order) {
    return switch (order) {
      case "rgb" -> false;
      case "bgr" -> true;
      default -> throw ProblemException.badValue(ORDER, order, "rgb, bgr");
    };
  }

  private static int range(String range) {
    if (!range.equals("1") && !range.equals("255")) {
      throw ProblemException.badValue(RANGE, range, "1, 255");
    }
    return Integer.parseInt(range);
  }
}
