package eifexplorer.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Puts lists of the classes that were loaded ({@code -XX:DumpLoadedClassList}) together, each class once. */
public final class ClassLists {
  private ClassLists() {}

  /**
   * Entry point.
   *
   * @param arguments the list that is written, and those it is made of
   * @throws IOException if one can't be read, or nothing can be written
   */
  public static void main(String[] arguments) throws IOException {
    Set<String> lines = new LinkedHashSet<>();
    for (int i = 1; i < arguments.length; i++) {
      lines.addAll(Files.readAllLines(Path.of(arguments[i])));
    }
    Path written = Path.of(arguments[0]);
    Files.createDirectories(written.getParent());
    Files.write(written, lines);
  }
}
