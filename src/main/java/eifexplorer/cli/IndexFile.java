package eifexplorer.cli;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A text file of indices, from 0, divided by commas, blanks or line ends. */
final class IndexFile {
  private IndexFile() {}

  /** The indices. Throws {@link ProblemException} naming the line of one that is none, or not below {@code count}. */
  static int[] read(Path file, int count) {
    try {
      List<String> lines = RegularFile.lines(file);
      return IntStream.range(0, lines.size())
          .flatMap(i -> indices(file, i + 1, lines.get(i), count))
          .toArray();
    } catch (IOException e) {
      throw new ProblemException(
          "The indices can't be read",
          file.toString(),
          "Check that the file exists and is text in UTF-8.",
          e);
    }
  }

  private static IntStream indices(Path file, int number, String line, int count) {
    return List.of(line.strip().split("[,\\s]+")).stream()
        .filter(part -> !part.isEmpty())
        .mapToInt(
            part -> {
              if (!part.matches("\\d{1,9}") || Integer.parseInt(part) >= count) {
                throw ProblemException.atLine(
                    file,
                    number,
                    "\"" + part + "\" is no training index",
                    "Give numbers from 0 to " + (count - 1) + ".");
              }
              return Integer.parseInt(part);
            });
  }
}
