package eifexplorer.ui.explore.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that names are made of, to find the one that was meant by a word that none of them holds. */
final class NearSpelling {
  /** Shorter words are near to too many. */
  private static final int SHORTEST = 4;

  private static final int ONE_MISTAKE_UP_TO = 5;

  private final Set<String> words = new LinkedHashSet<>();

  /** The words of these names. */
  NearSpelling(Collection<String> names) {
    for (String name : names) {
      for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
        if (word.length() >= SHORTEST) {
          words.add(word);
        }
      }
    }
  }

  /** The words with each that is in no name replaced by the nearest that is; empty if one has none near, or all are in one. */
  Optional<String> corrected(String[] typed) {
    String[] meant = typed.clone();
    boolean changed = false;
    for (int i = 0; i < typed.length; i++) {
      String word = typed[i];
      if (words.stream().noneMatch(known -> known.contains(word))) {
        String near = nearest(word);
        if (near == null) {
          return Optional.empty();
        }
        meant[i] = near;
        changed = true;
      }
    }
    return changed ? Optional.of(String.join(" ", meant)) : Optional.empty();
  }

  private @Nullable String nearest(String word) {
    int allowed = word.length() < SHORTEST ? 0 : word.length() <= ONE_MISTAKE_UP_TO ? 1 : 2;
    String best = null;
    int least = allowed + 1;
    for (String known : words) {
      int distance = distance(word, known);
      if (distance < least) {
        least = distance;
        best = known;
      }
    }
    return best;
  }

  /** Letters to change, leave out, put in or swap with their neighbour until the word begins the known one. */
  private static int distance(String word, String known) {
    int[][] d = new int[word.length() + 1][known.length() + 1];
    for (int i = 0; i <= word.length(); i++) {
      for (int k = 0; k <= known.length(); k++) {
        if (i == 0 || k == 0) {
          d[i][k] = i + k;
          continue;
        }
        boolean same = word.charAt(i - 1) == known.charAt(k - 1);
        int least = Math.min(d[i - 1][k], d[i][k - 1]) + 1;
        least = Math.min(least, d[i - 1][k - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && k > 1
                && word.charAt(i - 1) == known.charAt(k - 2)
                && word.charAt(i - 2) == known.charAt(k - 1);
        d[i][k] = swapped ? Math.min(least, d[i - 2][k - 2] + 1) : least;
      }
    }
    int best = d[word.length()][known.length()];
    for (int k = Math.max(0, word.length() - 1); k < known.length(); k++) {
      best = Math.min(best, d[word.length()][k]);
    }
    return best;
  }
}
