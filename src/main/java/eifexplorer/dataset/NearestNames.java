package eifexplorer.dataset;

import eifexplorer.problem.Meant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the names a person may have meant. */
public final class NearestNames {
  private NearestNames() {}

  /** Up to three of {@code names}, the one with the smallest edit distance to {@code wanted} first; case is ignored. */
  public static List<String> of(String wanted, Collection<String> names) {
    String target = wanted.toLowerCase(Locale.ROOT);
    record Candidate(String name, int distance) {}
    return names.stream()
        .map(name -> new Candidate(name, distance(target, name.toLowerCase(Locale.ROOT))))
        .sorted(Comparator.comparingInt(Candidate::distance))
        .limit(3)
        .map(Candidate::name)
        .toList();
  }

  /**
   * {@code Did you mean "Coral Finch"? } where a class is likely meant, by its name with or without the leading number and
   * spaces for underscores; else nothing.
   *
   * @param classNames as the data set has them
   */
  public static String question(String wanted, Collection<String> classNames) {
    Set<String> known = new LinkedHashSet<>();
    classNames.forEach(name -> known.add(new ClassLabel(0, 1, name).displayName()));
    String plain = Meant.question(wanted.replace('_', ' '), known);
    return plain.isEmpty() ? Meant.question(wanted, classNames) : plain;
  }

  /** Levenshtein distance, but 1 for a name that contains the target, so that parts of long names are found. */
  private static int distance(String target, String name) {
    if (name.contains(target)) {
      return 1;
    }
    int[] row = new int[name.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= target.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (target.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[name.length()];
  }
}
