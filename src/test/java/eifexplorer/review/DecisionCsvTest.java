package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.OriginalLabels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionCsvTest {
  @TempDir Path folder;
  private final ImageDataset dataset = SmallReview.dataset(Optional.empty());
  private final List<String> remarks = new ArrayList<>();
  private final ReviewDesk desk = ReviewDesk.inMemory(OriginalLabels.of(dataset));

  private List<JournalEntry> read(String... lines) throws IOException {
    Path file = folder.resolve("decisions.csv");
    Files.write(file, List.of(lines));
    return DecisionCsv.read(file, dataset, desk, "import", remarks::add);
  }

  private static String image(int index) {
    return "images/" + SmallReview.CLASSES.get(index / 10) + "/" + index + ".jpg";
  }

  @Test
  void anotherLabelThanTheFileStartedFromIsTold() throws IOException {
    read(
        "path,old,new",
        image(3) + ",amber tern,002.Coral_Finch",
        image(4) + ",002.Coral_Finch,001.Amber_Tern",
        image(5) + ",Heron,001.Amber_Tern");
    assertEquals(
        List.of(
            "Images with another label than the file says they had: 2. The first is in line 3:"
                + " \"002.Coral_Finch\", not \"001.Amber_Tern\"."),
        remarks);
  }

  @Test
  void rowsBecomeDecisions() throws IOException {
    List<JournalEntry> entries =
        read(
            "\uFEFFpath,old,new,reason,annotator,time",
            image(3) + ",001.Amber_Tern,002.Coral_Finch,\"a, b\",ann,2026-01-02T03:04:05Z",
            image(4) + ",,coral finch,,,",
            image(5) + ",,,,,",
            image(6) + ",,001.Amber_Tern,,,");
    assertEquals(
        new JournalEntry(
            Instant.parse("2026-01-02T03:04:05Z"),
            DecisionKind.LABEL,
            "ann",
            image(3),
            "001.Amber_Tern",
            "002.Coral_Finch",
            "a, b",
            "",
            0,
            "",
            "",
            "",
            "",
            ""),
        entries.get(0));
    assertEquals(
        List.of(DecisionKind.LABEL, DecisionKind.LABEL, DecisionKind.EXCLUDE, DecisionKind.KEEP),
        entries.stream().map(JournalEntry::kind).toList());
    assertEquals("002.Coral_Finch", entries.get(1).after());
    assertEquals("import", entries.get(1).annotator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path,new\n%s,%s\n\n ,\n",
        ",path,new\n0,%s,%s",
        "path,new\n./%s,%s",
        "path;new\n%s;%s",
        "path\tnew\n%s\t%s",
        "Path,New,reason,\n%s,%s,caf\u00e9,",
        "path,new,time\n%s,%s,2024-01-31 12:00:00"
      })
  void othersWriteTheSameDecisionSo(String text) throws IOException {
    Path file = folder.resolve("decisions.csv");
    String filled = text.formatted(image(3), "002.Coral_Finch");
    Files.writeString(file, filled, StandardCharsets.ISO_8859_1);

    List<JournalEntry> entries = DecisionCsv.read(file, dataset, desk, "import", remarks::add);

    assertEquals(List.of(image(3)), entries.stream().map(JournalEntry::sample).toList());
    assertEquals("002.Coral_Finch", entries.get(0).after());
  }

  @Test
  void backslashesAndPathsInFullMeanTheSameImage() throws IOException {
    ImageDataset here = SmallReview.dataset(Optional.of(folder));
    Path file = folder.resolve("decisions.csv");
    Files.write(
        file,
        List.of(
            "path,new",
            image(3).replace('/', '\\') + ",002.Coral_Finch",
            folder.resolve(image(4)) + ",002.Coral_Finch"));

    assertEquals(
        List.of(image(3), image(4)),
        DecisionCsv.read(file, here, desk, "import", remarks::add).stream()
            .map(JournalEntry::sample)
            .toList());
  }

  @Test
  void notesComeWithDecisionsOrAlone() throws IOException {
    List<JournalEntry> entries =
        read(
            "path,new,note,annotator",
            image(3) + ",002.Coral_Finch,two birds,ann",
            image(4) + ",002.Coral_Finch,,ann");
    assertEquals(
        List.of(DecisionKind.LABEL, DecisionKind.NOTE, DecisionKind.LABEL),
        entries.stream().map(JournalEntry::kind).toList());
    desk.journal().takeOver(entries);
    assertEquals("two birds", desk.decisions().note("ann", image(3)));

    List<JournalEntry> alone = read("path,note", image(5) + ",dark", image(6) + ",");
    assertEquals(List.of(DecisionKind.NOTE), alone.stream().map(JournalEntry::kind).toList());
    assertEquals("dark", alone.get(0).note());
    assertThrows(ProblemException.class, () -> read("path,note", "gone.jpg,dark"));
    assertThrows(ProblemException.class, () -> read("path,reason", image(5) + ",dark"));
  }

  @Test
  void everyKindOfDecisionIsReadFromAnExportOfAll() throws IOException {
    List<JournalEntry> entries =
        read(
            "path,annotator,kind,before,after,note,time",
            image(3) + ",ann,label,001.Amber_Tern,002.Coral_Finch,,2026-01-02T03:04:05Z",
            image(4) + ",ann,unsure,001.Amber_Tern,001.Amber_Tern,,2026-01-02T03:04:05Z",
            image(5) + ",ann,none,001.Amber_Tern,,,2026-01-02T03:04:05Z",
            image(6) + ",ann,exclude,001.Amber_Tern,,,2026-01-02T03:04:05Z",
            image(3) + ",,resolve,001.Amber_Tern,002.Coral_Finch,,2026-01-02T03:04:05Z",
            image(3) + ",ann,note,002.Coral_Finch,002.Coral_Finch,dark,2026-01-02T03:04:05Z");
    assertEquals(
        List.of(
            DecisionKind.LABEL,
            DecisionKind.UNSURE,
            DecisionKind.NONE,
            DecisionKind.EXCLUDE,
            DecisionKind.RESOLVE,
            DecisionKind.NOTE),
        entries.stream().map(JournalEntry::kind).toList());
  }

  @Test
  void aClassNearAMisspeltOneIsProposed() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> read("path,new", image(3) + ",Corral Finch"));
    assertEquals(
        "line 2: no training class \"Corral Finch\" (Did you mean \"Coral Finch\"?).",
        problem.remedy());
  }

  @Test
  void everythingWrongIsListedWithItsLine() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                read(
                    "path,new,time",
                    "../../etc/passwd,001.Amber_Tern,",
                    image(3) + ",003.Dusky_Swift,",
                    image(4) + ",001.Amber_Tern,yesterday",
                    image(4) + ",001.Amber_Tern,",
                    image(5) + ",002.Coral_Finch,"));
    assertEquals("Nothing was imported", problem.what());
    assertEquals(
        "line 2: no image \"../../etc/passwd\"; line 3: no training class"
            + " \"003.Dusky_Swift\"; line 4: the time is \"yesterday\", not as"
            + " 2026-01-31T12:00:00Z; line 5: the image of line 4 again.",
        problem.remedy());
    assertEquals(0, desk.journal().size());
  }

  @Test
  void theColumnsMustBeNamed() {
    assertThrows(ProblemException.class, () -> read("a,b", "1,2"));
  }

  @Test
  void howItWasDecidedASecondClassAndANewOneAreTakenOver() throws IOException {
    List<JournalEntry> entries =
        read(
            "path,new,method,also,proposed",
            image(3) + ",002.Coral_Finch,auto,Amber Tern,",
            image(4) + ",,,,Green Finch");
    assertEquals(JournalEntry.AUTO, entries.get(0).method());
    assertEquals("001.Amber_Tern", entries.get(0).also());
    assertEquals(DecisionKind.NONE, entries.get(1).kind());
    assertEquals("Green Finch", entries.get(1).proposed());
  }
}
