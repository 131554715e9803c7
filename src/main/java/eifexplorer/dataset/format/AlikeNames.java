package eifexplorer.dataset.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Classes whose names differ in nothing that people see or mean: capitals, how a letter and its accent are written in Unicode,
 * spaces and underscores. They stay classes of their own, since an index may tell so, but it is said.
 */
final class AlikeNames {
  private static final int NAMED = 3;

  private AlikeNames() {}

  /** A sentence for each of the first classes alike, and one that counts all if there are more; none if there are none. */
  static List<String> remarks(List<String> classNames) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (String name : classNames) {
      alike.computeIfAbsent(folded(name), n -> new ArrayList<>()).add(name);
    }
    List<List<String>> groups = alike.values().stream().filter(names -> names.size() > 1).toList();
    List<String> remarks = new ArrayList<>();
    groups.stream().limit(NAMED).map(AlikeNames::remark).forEach(remarks::add);
    if (groups.size() > NAMED) {
      remarks.add("So alike are the names of classes in " + groups.size() + " cases.");
    }
    return remarks;
  }

  private static String remark(List<String> names) {
    String first = names.get(0);
    String second = names.get(1);
    boolean sameSeen = normal(first).equals(normal(second));
    return sameSeen
        ? String.format(
            Locale.ROOT,
            "The classes %s and %s look the same but are written in different characters (%s and"
                + " %s); they are read as %d classes. If they are one, give both one name.",
            first,
            second,
            characters(first, second),
            characters(second, first),
            names.size())
        : String.format(
            Locale.ROOT,
            "The classes %s and %s differ in capitals or signs alone; they are read as %d classes."
                + " If they are one, give both one name.",
            first,
            second,
            names.size());
  }

  /** The characters in which a name differs from another, such as {@code U+00E9}. */
  private static String characters(String name, String other) {
    int start = 0;
    while (start < Math.min(name.length(), other.length())
        && name.charAt(start) == other.charAt(start)) {
      start++;
    }
    return start < name.length()
        ? String.format(Locale.ROOT, "U+%04X", name.codePointAt(start))
        : "nothing more";
  }

  private static String folded(String name) {
    String letters = normal(name).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    return Normalizer.normalize(letters, Normalizer.Form.NFC);
  }

  private static String normal(String name) {
    return Normalizer.isNormalized(name, Normalizer.Form.NFC)
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
