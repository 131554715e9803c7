package eifexplorer.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The name that a dialog's answer means. GTK's dialog leaves the name alone when somebody chooses another kind of file, and asks
 * about replacing only what the name says.
 */
final class NewFileName {
  private NewFileName() {}

  /**
   * A name without one of the endings that were offered gets the chosen kind's; one with the ending of another kind gets it too if
   * the chosen kind is not the one that the dialog began with. A name that came about so is not that of a file that is there.
   *
   * @param answer of the dialog
   * @param kinds the patterns of each kind, such as {@code *.html}, in their order
   * @param chosen which kind was chosen; -1 if that is not known
   * @param exists tells whether a file is there
   */
  static Path of(Path answer, List<List<String>> kinds, int chosen, Predicate<Path> exists) {
    if (chosen < 0 || ending(answer, kinds.get(chosen)).isPresent()) {
      return answer;
    }
    Optional<String> other =
        kinds.stream().flatMap(kind -> ending(answer, kind).stream()).findFirst();
    if (other.isPresent() && chosen == 0) {
      return answer; // typed
    }
    String name = answer.getFileName().toString();
    String stem = name.substring(0, name.length() - other.map(String::length).orElse(0));
    String ending = kinds.get(chosen).get(0).substring(1);
    Path file = answer.resolveSibling(stem + ending);
    for (int i = 2; exists.test(file); i++) {
      file = answer.resolveSibling(stem + " (" + i + ")" + ending);
    }
    return file;
  }

  private static Optional<String> ending(Path file, List<String> kind) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return kind.stream().map(pattern -> pattern.substring(1)).filter(name::endsWith).findFirst();
  }
}
