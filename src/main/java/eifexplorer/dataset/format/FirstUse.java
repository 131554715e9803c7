package eifexplorer.dataset.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Remembers where an id or path was first seen, to refuse the second. */
final class FirstUse {
  private final String what;
  private final Map<Object, Place> places = new HashMap<>();

  /** {@code what} is the thing in words, such as {@code image id}. */
  FirstUse(String what) {
    this.what = what;
  }

  /** Throws {@link eifexplorer.problem.ProblemException} naming both places if the key was used before. */
  void claim(Object key, Place place) {
    Place first = places.putIfAbsent(key, place);
    if (first != null) {
      boolean sameFile = first.file().equals(place.file());
      String where = sameFile ? first.spot() : first.file().getFileName() + ", " + first.spot();
      throw place.problem(
          String.format(Locale.ROOT, "The %s %s is listed twice, first in %s", what, key, where),
          "Remove one of the two.");
    }
  }
}
