package eifexplorer.review.exchange;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.review.DecisionCsv;
import eifexplorer.review.DecisionRows;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The formats there are. */
public final class DecisionFormats {
  private static final int START = 4096;
  private static final List<DecisionFormat> ALL =
      List.of(new LabelStudio(), new FiftyOne(), new Cleanlab(), new ImageFolder());

  private DecisionFormats() {}

  /** All. */
  public static List<DecisionFormat> all() {
    return ALL;
  }

  /** One by its name on the command line. Throws {@link ProblemException} naming all if there is none. */
  public static DecisionFormat byId(String id) {
    return ALL.stream()
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "format",
                    id,
                    ALL.stream().map(DecisionFormat::id).collect(Collectors.joining(", "))));
  }

  /**
   * Reads and checks decisions in the program's own CSV or one of these formats, which is seen from the content; nothing is
   * decided yet.
   *
   * @param annotator whose decisions they are where the file does not say
   * @param remark as in {@link DecisionRows#check}
   * @throws ProblemException naming the lines with unknown images or classes, if there are any
   */
  public static List<JournalEntry> read(
      Path file, ImageDataset dataset, ReviewDesk desk, String annotator, Consumer<String> remark) {
    String start = start(file);
    Optional<DecisionFormat> format =
        ALL.stream().filter(known -> known.fits(file, start)).findFirst();
    if (format.isPresent()) {
      ImagePaths paths = new ImagePaths(desk.originals().keySet());
      return DecisionRows.check(
          file, format.get().read(file, paths), dataset, desk, annotator, remark);
    }
    if (start.startsWith("{")) {
      requireWhole(file, start);
      throw ProblemException.inFile(
          file,
          "The JSON holds no decisions that are known",
          "Known are Label Studio's list of tasks, FiftyOne's samples, lines with file_name, and"
              + " CSV.");
    }
    return DecisionCsv.read(file, dataset, desk, annotator, remark);
  }

  /** Of a text that breaks off nobody can say what it holds; lines of JSON are not one value. */
  private static void requireWhole(Path file, String start) {
    try {
      Json.parseLine(start.lines().findFirst().orElse(""), Map.class, file.toString());
    } catch (ProblemException e) {
      Json.read(file, Map.class);
    }
  }

  private static String start(Path file) {
    try (InputStream in = RegularFile.in(file)) {
      String text = new String(in.readNBytes(START), StandardCharsets.UTF_8);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    } catch (IOException e) {
      throw new ProblemException(
          "The file can't be read", file.toString(), "Check that it exists.", e);
    }
  }
}
