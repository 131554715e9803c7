package eifexplorer.ui.map;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class and how many points it has.
 *
 * @param label the class
 * @param name for people
 * @param count points
 */
public record ClassEntry(int label, String name, int count) {
  /** In the order of their size; of classes as large the lower label first. */
  static List<ClassEntry> largestFirst(Stream<ClassEntry> entries) {
    return entries
        .sorted(
            Comparator.comparingInt(ClassEntry::count).reversed().thenComparing(ClassEntry::label))
        .toList();
  }
}
