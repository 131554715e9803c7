package eifexplorer.export;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.Sample;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.CorrectedLabel;
import eifexplorer.review.revision.Revision;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Corrected labels as files. The data set's own files are read and never written. */
public final class LabelFiles {
  private static final String CUB_LABELS = "image_class_labels.txt";
  private static final String CUB_IMAGES = "images.txt";
  private static final String CORRECTIONS = "corrections.csv";
  private static final String LEFT_OUT = "left_out.csv";

  private LabelFiles() {}

  /**
   * The corrections of a revision: {@code path,old,new,reason,annotator,time,method,also,proposed,note}; {@code new} is
   * empty for images left out, the last four are as in {@link JournalEntry}.
   */
  public static void csv(Path file, Revision revision) {
    Decisions decisions = Decisions.of(revision.decisions());
    table(
        file,
        List.of(
            "path",
            "old",
            "new",
            "reason",
            "annotator",
            "time",
            "method",
            "also",
            "proposed",
            "note"),
        CorrectedLabel.of(revision).stream().map(label -> row(label, decisions)).toList());
  }

  private static List<String> row(CorrectedLabel label, Decisions decisions) {
    String sample = label.change().sample();
    return List.of(
        sample,
        label.change().from(),
        label.change().to(),
        label.decision().map(JournalEntry::reason).orElse(""),
        label.decision().map(JournalEntry::annotator).orElse(""),
        label.decision().map(entry -> entry.time().toString()).orElse(""),
        label.decision().map(JournalEntry::method).orElse(""),
        label.decision().map(JournalEntry::also).orElse(""),
        label.decision().map(JournalEntry::proposed).orElse(""),
        label.decision().map(entry -> decisions.note(entry.annotator(), sample)).orElse(""));
  }

  /**
   * What every annotator said of every image, kept labels and notes included: {@code
   * path,annotator,kind,before,after,method,also,proposed,note,reason,seconds,time}, by annotator in the order it was said.
   */
  public static void decisions(Path file, Decisions decisions) {
    table(
        file,
        List.of(
            "path",
            "annotator",
            "kind",
            "before",
            "after",
            "method",
            "also",
            "proposed",
            "note",
            "reason",
            "seconds",
            "time"),
        decisions.entries().stream()
            .map(
                entry ->
                    List.of(
                        entry.sample(),
                        entry.annotator(),
                        entry.kind().name().toLowerCase(Locale.ROOT),
                        entry.before(),
                        entry.after(),
                        entry.method(),
                        entry.also(),
                        entry.proposed(),
                        entry.note(),
                        entry.reason(),
                        String.valueOf(entry.seconds()),
                        entry.time().toString()))
            .toList());
  }

  private static void table(Path file, List<String> columns, List<List<String>> rows) {
    AtomicFiles.write(
        file,
        out -> {
          CSVPrinter csv =
              new CSVPrinter(
                  new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
          csv.printRecord(columns);
          for (List<String> row : rows) {
            csv.printRecord(row);
          }
          csv.flush();
        });
  }

  /** The whole revision, decisions included. */
  public static void json(Path file, Revision revision) {
    Json.write(file, revision);
  }

  /**
   * The labels in the data set's own format, in a new folder: {@code image_class_labels.txt} for CUB-200-2011 (every image
   * in the order of its file, test images too; images left out keep their line and are listed in {@code excluded.txt}), else {@code
   * labels.csv} with {@code path,label,split}, without the images left out. {@code corrections.csv} beside them says who
   * decided what and how.
   *
   * @param corrected the data set with the labels of the revision
   * @throws ProblemException if the folder has files in it or lies in the data set's
   */
  public static void dataset(Path folder, ImageDataset corrected, Revision revision) {
    ExportTarget.outside(folder, corrected.root());
    boolean cub =
        corrected.name().equals("cub")
            && corrected.root().map(root -> Files.exists(root.resolve(CUB_IMAGES))).orElse(false);
    ExportTarget.folder(
        folder,
        made -> {
          if (cub) {
            cub(made, corrected, corrected.root().orElseThrow());
          } else {
            labels(made.resolve("labels.csv"), corrected);
          }
          csv(made.resolve(CORRECTIONS), revision);
        });
  }

  private static void cub(Path folder, ImageDataset corrected, Path root) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    for (Sample sample :
        Stream.concat(corrected.train().stream(), corrected.test().stream()).toList()) {
      numbers.put(sample.path(), corrected.classOf(sample.label()).number());
    }
    Map<String, String> paths = pairs(root.resolve(CUB_IMAGES));
    StringBuilder lines = new StringBuilder();
    pairs(root.resolve(CUB_LABELS))
        .forEach(
            (id, label) -> {
              Integer number = numbers.get("images/" + paths.get(id));
              lines.append(id).append(' ').append(number == null ? label : number).append('\n');
            });
    AtomicFiles.writeText(folder.resolve(CUB_LABELS), lines.toString());
    List<String> excluded =
        corrected.corrections().changes().stream()
            .filter(LabelChange::excludes)
            .map(LabelChange::sample)
            .toList();
    if (!excluded.isEmpty()) {
      AtomicFiles.writeText(folder.resolve("excluded.txt"), String.join("\n", excluded) + "\n");
    }
  }

  /** Lines {@code id value} in their order. */
  private static Map<String, String> pairs(Path file) throws IOException {
    return RegularFile.lines(file).stream()
        .map(line -> line.strip().split("\\s+", 2))
        .filter(fields -> fields.length == 2)
        .collect(
            Collectors.toMap(
                fields -> fields[0], fields -> fields[1], (a, b) -> a, LinkedHashMap::new));
  }

  private static void labels(Path file, ImageDataset corrected) {
    table(
        file,
        List.of("path", "label", "split"),
        Stream.concat(corrected.train().stream(), corrected.test().stream())
            .map(
                sample ->
                    List.of(
                        sample.path(),
                        corrected.classOf(sample.label()).name(),
                        sample.split().name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  /**
   * The training images in a new folder, a folder for each class, as links to the data set's files, or as copies.
   * {@code corrections.csv} beside the folders says who decided what and how, {@code left_out.csv} which images have no file,
   * as some of a bundle's may. Classes whose names differ only in what a folder's name can't hold get folders of their own.
   *
   * @param corrected the data set with the labels of the revision
   * @param copies whether to copy; files are copied too where links can't be made
   * @return the training images without a file
   * @throws ProblemException if no training image has a file, or the folder has files in it or lies in the data set's
   */
  public static List<Sample> classFolders(
      Path folder, ImageDataset corrected, Revision revision, boolean copies) {
    List<Sample> leftOut =
        corrected.train().stream().filter(sample -> corrected.file(sample).isEmpty()).toList();
    if (leftOut.size() == corrected.train().size()) {
      throw new ProblemException(
          "No training image of the data set has a file",
          corrected.name(),
          "Say where the images are: relocate --images DIR.");
    }
    ExportTarget.outside(folder, corrected.root());
    ExportTarget.folder(
        folder,
        made -> {
          putAll(made, corrected, copies);
          csv(made.resolve(CORRECTIONS), revision);
          if (!leftOut.isEmpty()) {
            leftOut(made.resolve(LEFT_OUT), leftOut);
          }
        });
    return leftOut;
  }

  private static void putAll(Path made, ImageDataset corrected, boolean copies) throws IOException {
    Set<Path> taken = new HashSet<>();
    Map<Integer, Path> directories = new HashMap<>();
    free(made, CORRECTIONS, taken);
    free(made, LEFT_OUT, taken);
    for (Sample sample : corrected.train()) {
      Optional<Path> file = corrected.file(sample);
      if (file.isPresent()) {
        String name = segment(corrected.classOf(sample.label()).name(), "class");
        Path directory =
            directories.computeIfAbsent(sample.label(), label -> free(made, name, taken));
        Path place = free(directory, segment(sample.fileName(), "image"), taken);
        Files.createDirectories(directory);
        put(file.get().toAbsolutePath().normalize(), place, copies);
      }
    }
  }

  private static void leftOut(Path file, List<Sample> samples) {
    table(
        file,
        List.of("path", "reason"),
        samples.stream().map(sample -> List.of(sample.path(), "it has no file")).toList());
  }

  /** One name of a folder or file, whatever is in the text: it never leads elsewhere. */
  static String segment(String text, String otherwise) {
    String safe = text.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_");
    return safe.isBlank() || safe.matches("\\.+") ? otherwise : safe;
  }

  /** A name that no file of this folder has yet, also where case does not count. */
  private static Path free(Path directory, String name, Set<Path> taken) {
    Path place = directory.resolve(name);
    for (int n = 2; !taken.add(Path.of(place.toString().toLowerCase(Locale.ROOT))); n++) {
      place = directory.resolve(n + "_" + name);
    }
    return place;
  }

  private static void put(Path file, Path place, boolean copy) throws IOException {
    if (!copy) {
      try {
        Files.createSymbolicLink(place, file);
        return;
      } catch (UnsupportedOperationException | IOException e) {
        // Not every file system and not every user may link: a copy serves as well.
      }
    }
    Files.copy(file, place);
  }
}
