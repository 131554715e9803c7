package eifexplorer.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a person likely meant. */
public final class Meant {
  /** Nobody means a name by a text longer than any name; comparing it takes long. */
  private static final int LONGEST = 200;

  private Meant() {}

  /** The known name nearest to a text, if it is near enough to be meant: a slip or two, a part, or another case. */
  public static Optional<String> of(String text, Collection<String> known) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    int most = Math.max(1, wanted.length() / 3);
    return wanted.isEmpty() || wanted.length() > LONGEST
        ? Optional.empty()
        : known.stream()
            .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= most)
            .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
  }

  /** The same of names that are listed in a text with commas. */
  static Optional<String> ofListed(String text, String listed) {
    List<String> known =
        Arrays.stream(listed.split("[,;] | or ", -1))
            .map(String::strip)
            .filter(n -> n.matches("\\S{2,}") && !n.equals(text))
            .toList();
    return of(text, known);
  }

  /** {@code Did you mean "aum"? }, or nothing. */
  public static String question(String text, Collection<String> known) {
    return of(text, known).map(Meant::question).orElse("");
  }

  static String question(String name) {
    return "Did you mean \"" + name + "\"? ";
  }

  /** Letters to add, leave out, exchange with another, or swap with the next; 1 for a part of a name. */
  private static int distance(String a, String b) {
    if (a.length() > 2 && b.contains(a)) {
      return 1;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
