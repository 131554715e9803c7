package eifexplorer.dataset.format;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: runs of digits by their value, so that {@code class2} comes before {@code class10}. */
public final class NaturalOrder implements Comparator<String> {
  private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

  @Override
  public int compare(String a, String b) {
    Matcher runsOfA = RUN.matcher(a);
    Matcher runsOfB = RUN.matcher(b);
    while (runsOfA.find()) {
      if (!runsOfB.find()) {
        return 1;
      }
      int order = compareRuns(runsOfA.group(), runsOfB.group());
      if (order != 0) {
        return order;
      }
    }
    return runsOfB.find() ? -1 : a.compareTo(b);
  }

  private static int compareRuns(String a, String b) {
    if (!isDigit(a.charAt(0)) || !isDigit(b.charAt(0))) {
      return a.compareTo(b);
    }
    String left = a.replaceFirst("^0+", "");
    String right = b.replaceFirst("^0+", "");
    int byLength = Integer.compare(left.length(), right.length());
    return byLength != 0 ? byLength : left.compareTo(right);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
