package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.DecisionCsv;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.SmallReview;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyKind;
import eifexplorer.review.copies.CopyLink;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.review.revision.Revision;
import eifexplorer.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFilesTest {
  private static final String MOVED = "images/001.Amber_Tern/3.jpg";
  private static final String OUT = "images/002.Coral_Finch/12.jpg";
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;
  private Path data;
  private ImageDataset dataset;
  private Revision revision;

  @BeforeEach
  void commit() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    dataset = SmallReview.dataset(Optional.of(data));
    for (Sample sample : dataset.train()) {
      Path file = data.resolve(sample.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, sample.path());
    }
    try (ReviewDesk desk = ReviewDesk.open(folder.resolve("review"), OriginalLabels.of(dataset))) {
      desk.journal()
          .decide(
              new JournalEntry(
                  TIME,
                  DecisionKind.LABEL,
                  "ann",
                  MOVED,
                  "001.Amber_Tern",
                  "002.Coral_Finch",
                  "margin <-0.31>",
                  "m",
                  1,
                  "",
                  JournalEntry.AUTO,
                  "",
                  "",
                  ""));
      desk.journal()
          .decide(
              new JournalEntry(
                  TIME,
                  DecisionKind.EXCLUDE,
                  "ann",
                  OUT,
                  "002.Coral_Finch",
                  "",
                  "loss 3",
                  "m",
                  1,
                  "",
                  "",
                  "",
                  "",
                  ""));
      desk.journal()
          .note(
              desk.journal().history().get(0).with(e -> e.kind(DecisionKind.NOTE).note("unclear")));
      revision = desk.commit("First & last");
    }
  }

  private ImageDataset corrected() {
    return revision.corrections().applyTo(dataset);
  }

  @Test
  void correctionsAreALineEach() throws IOException {
    Path file = folder.resolve("labels.csv");
    LabelFiles.csv(file, revision);
    assertEquals(
        "path,old,new,reason,annotator,time,method,also,proposed,note\r\n"
            + MOVED
            + ",001.Amber_Tern,002.Coral_Finch,margin"
            + " <-0.31>,ann,2026-01-02T03:04:05Z,auto,,,unclear\r\n"
            + OUT
            + ",002.Coral_Finch,,loss 3,ann,2026-01-02T03:04:05Z,,,,\r\n",
        Files.readString(file));
    ReviewDesk other = ReviewDesk.inMemory(OriginalLabels.of(dataset));
    other.journal().takeOver(DecisionCsv.read(file, dataset, other, "x", remark -> {}));
    assertEquals(revision.labels(), other.staging().labels());
    assertEquals("unclear", other.decisions().note("ann", MOVED));
  }

  @Test
  void whoDecidedWhatAndHowIsBesideTheLabelsToo() throws IOException {
    LabelFiles.dataset(folder.resolve("own"), corrected(), revision);
    LabelFiles.classFolders(folder.resolve("links"), corrected(), revision, false);
    for (String made : List.of("own", "links")) {
      String corrections = Files.readString(folder.resolve(made).resolve("corrections.csv"));
      assertTrue(corrections.contains(",ann,2026-01-02T03:04:05Z,auto,,,unclear\r\n"), corrections);
    }
  }

  @Test
  void everyDecisionAndNoteIsALine() throws IOException {
    Path file = folder.resolve("decisions.csv");
    LabelFiles.decisions(file, Decisions.of(revision.decisions()));
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "path,annotator,kind,before,after,method,also,proposed,note,reason,seconds,time",
        lines.get(0));
    assertEquals(
        MOVED
            + ",ann,label,001.Amber_Tern,002.Coral_Finch,auto,,,,margin"
            + " <-0.31>,1.0,2026-01-02T03:04:05Z",
        lines.get(1));
    assertTrue(lines.get(3).startsWith(MOVED + ",ann,note,"), lines.get(3));
    assertTrue(lines.get(3).contains(",unclear,"), lines.get(3));
    assertEquals(4, lines.size());
  }

  @Test
  void cubKeepsItsFileAndOrder() throws IOException {
    Files.write(
        data.resolve("images.txt"),
        List.of(
            "2 001.Amber_Tern/3.jpg", "1 002.Coral_Finch/12.jpg", "3 003.Dusky_Swift/unused.jpg"));
    Files.write(data.resolve("image_class_labels.txt"), List.of("2 1", "1 2", "3 3"));
    ImageDataset cub =
        new ImageDataset(
            "cub",
            Optional.of(data),
            dataset.classes(),
            2,
            dataset.train(),
            dataset.test(),
            List.of(),
            Optional.empty());
    Path target = folder.resolve("out");
    LabelFiles.dataset(target, revision.corrections().applyTo(cub), revision);
    assertEquals(
        List.of("2 2", "1 2", "3 3"), Files.readAllLines(target.resolve("image_class_labels.txt")));
    assertEquals(List.of(OUT), Files.readAllLines(target.resolve("excluded.txt")));
  }

  @Test
  void otherDataSetsGetALineForEachImageThatIsLeft() throws IOException {
    Path target = folder.resolve("out");
    LabelFiles.dataset(target, corrected(), revision);
    List<String> lines = Files.readAllLines(target.resolve("labels.csv"));
    assertEquals(1 + SmallReview.IMAGES - 1 + 1, lines.size());
    assertTrue(lines.contains(MOVED + ",002.Coral_Finch,train"));
    assertTrue(lines.contains("images/003.Dusky_Swift/t.jpg,003.Dusky_Swift,test"));
  }

  @Test
  void classFoldersHoldLinksOrCopies() throws IOException {
    LabelFiles.classFolders(folder.resolve("links"), corrected(), revision, false);
    LabelFiles.classFolders(folder.resolve("copies"), corrected(), revision, true);
    assertEquals(MOVED, Files.readString(folder.resolve("links/002.Coral_Finch/3.jpg")));
    Path copy = folder.resolve("copies/002.Coral_Finch/3.jpg");
    assertFalse(Files.isSymbolicLink(copy));
    assertEquals(MOVED, Files.readString(copy));
    try (Stream<Path> files = Files.walk(folder.resolve("copies"))) {
      assertEquals(
          SmallReview.IMAGES - 1, files.filter(file -> file.toString().endsWith(".jpg")).count());
    }
  }

  @Test
  void classesWhoseNamesAFolderCannotHoldStayApart() throws IOException {
    Files.writeString(folder.resolve("data/1.jpg"), "1");
    ImageDataset alike =
        dataset(
            Optional.of(data),
            List.of("a:b", "a_b", "A?b", "corrections.csv"),
            List.of("1.jpg", "1.jpg", "1.jpg", "1.jpg"));
    Path target = folder.resolve("alike");

    assertEquals(List.of(), LabelFiles.classFolders(target, alike, revision, true));

    assertEquals(
        List.of(
            "2_a_b/1.jpg",
            "2_corrections.csv/1.jpg",
            "3_A_b/1.jpg",
            "a_b/1.jpg",
            "corrections.csv"),
        filesBelow(target));
  }

  /** As those of a bundle, found one by one. */
  @Test
  void imagesWithoutAFileAreListed() throws IOException {
    Path found = Files.writeString(folder.resolve("data/1.jpg"), "1");
    ImageDataset bundle =
        dataset(Optional.empty(), List.of("a", "b"), List.of("1.jpg", "2.jpg"))
            .withFiles(Map.of("1.jpg", found));
    Path target = folder.resolve("found");

    assertEquals(
        List.of("2.jpg"),
        LabelFiles.classFolders(target, bundle, revision, false).stream()
            .map(Sample::path)
            .toList());

    assertEquals(List.of("a/1.jpg", "corrections.csv", "left_out.csv"), filesBelow(target));
    assertEquals(
        List.of("path,reason", "2.jpg,it has no file"),
        Files.readAllLines(target.resolve("left_out.csv")));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                LabelFiles.classFolders(
                    folder.resolve("none"),
                    dataset(Optional.empty(), List.of("a"), List.of("1.jpg")),
                    revision,
                    false));
    assertEquals("No training image of the data set has a file", refused.what());
    assertFalse(Files.exists(folder.resolve("none")));
  }

  /** A class for each image. */
  private static ImageDataset dataset(
      Optional<Path> root, List<String> classes, List<String> images) {
    List<ClassLabel> labels = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      labels.add(new ClassLabel(i, i + 1, classes.get(i)));
      samples.add(new Sample(images.get(i), i, Split.TRAIN));
    }
    return new ImageDataset(
        "csv", root, labels, classes.size(), samples, List.of(), List.of(), Optional.empty());
  }

  private static List<String> filesBelow(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(target)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(path -> target.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void namesNeverLeadOut() throws IOException {
    Files.writeString(folder.resolve("data/evil.jpg"), "e");
    Files.writeString(folder.resolve("data/EVIL.jpg"), "E");
    ImageDataset evil =
        new ImageDataset(
            "csv",
            Optional.of(data),
            List.of(new ClassLabel(0, 1, "../../outside"), new ClassLabel(1, 2, "..")),
            2,
            List.of(
                new Sample("evil.jpg", 0, Split.TRAIN),
                new Sample("images/../EVIL.jpg", 0, Split.TRAIN),
                new Sample("evil.jpg", 1, Split.TRAIN)),
            List.of(),
            List.of(),
            Optional.empty());
    Path target = folder.resolve("safe/out");
    LabelFiles.classFolders(target, evil, revision, true);
    try (Stream<Path> files = Files.walk(target)) {
      assertEquals(
          List.of(
              ".._.._outside/2_EVIL.jpg",
              ".._.._outside/evil.jpg",
              "class/evil.jpg",
              "corrections.csv"),
          files
              .filter(Files::isRegularFile)
              .map(path -> target.relativize(path).toString())
              .sorted()
              .toList());
    }
    assertFalse(Files.exists(folder.resolve("outside")));
  }

  @Test
  void theDataSetsFolderIsNeverWritten() throws IOException {
    Path link = Folders.link(folder.resolve("link"), data);
    for (Path target : List.of(data.resolve("out"), link.resolve("a/b"), data)) {
      assertThrows(ProblemException.class, () -> LabelFiles.dataset(target, corrected(), revision));
      assertThrows(
          ProblemException.class,
          () -> LabelFiles.classFolders(target, corrected(), revision, false));
    }
    ExportTarget.outside(folder.resolve("elsewhere"), Optional.of(data));
  }

  @Test
  void aFolderWithFilesIsLeftAlone() throws IOException {
    Path target = Files.createDirectories(folder.resolve("full"));
    Files.writeString(target.resolve("mine.txt"), "x");
    assertThrows(ProblemException.class, () -> LabelFiles.dataset(target, corrected(), revision));
    assertEquals("x", Files.readString(target.resolve("mine.txt")));
  }

  @Test
  void aFailedExportLeavesNothing() throws IOException {
    Files.delete(data.resolve("images/002.Coral_Finch/19.jpg"));
    Path target = folder.resolve("half");
    assertThrows(
        ProblemException.class, () -> LabelFiles.classFolders(target, corrected(), revision, true));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("data", "review"),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theReportNeedsNothingElse() throws IOException {
    Path file = folder.resolve("report.html");
    ReviewReport.write(
        file,
        "<birds>",
        revision,
        dataset,
        Optional.of(
            Copies.of(
                dataset,
                List.of(
                    new CopyLink(0, 1, CopyKind.SAME_FILE, 1),
                    new CopyLink(0, dataset.train().size(), CopyKind.CROP, 0.9)))),
        path -> path.equals(MOVED) ? Optional.of(new byte[] {1, 2, 3}) : Optional.empty(),
        PageLanguage.ENGLISH);
    String html = Files.readString(file);
    assertTrue(html.contains("<h1>&lt;birds&gt;: label revision 1</h1>"), html);
    assertTrue(html.contains("First &amp; last"), html);
    assertTrue(html.contains("margin &lt;-0.31&gt;"), html);
    assertTrue(html.contains("src=\"data:image/jpeg;base64,AQID\""), html);
    assertTrue(html.contains("Coral Finch → left out"), html);
    assertFalse(html.contains("http"), html);
    assertTrue(html.contains("@media screen and (prefers-color-scheme:dark)"), html);
    assertTrue(html.contains("1 photograph is there more than once: 1 under several labels"), html);
    assertEquals(2, html.split("<table><thead><tr>", -1).length - 1, "heads on every page");
  }

  @Test
  void aChangeOfAnotherDataSetIsNoChange() {
    LabelCorrections foreign =
        new LabelCorrections(1, List.of(new LabelChange("other.jpg", "a", "b")));
    assertEquals(dataset.train(), foreign.applyTo(dataset).train());
  }
}
