package eifexplorer.review.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.SmallReview;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.journal.JournalEntryBuilder;
import eifexplorer.review.revision.OriginalLabels;
import java.io.IOException;
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

class DecisionFormatsTest {
  private static final String FIRST = "001.Amber_Tern";
  private static final String SECOND = "002.Coral_Finch";

  @TempDir Path folder;
  private final ImageDataset dataset = SmallReview.dataset(Optional.empty());
  private final List<String> remarks = new ArrayList<>();

  private ReviewDesk desk() {
    return ReviewDesk.inMemory(OriginalLabels.of(dataset));
  }

  private static String image(int index) {
    return "images/" + (index < 10 ? FIRST : SECOND) + "/" + index + ".jpg";
  }

  private static JournalEntry entry(
      DecisionKind kind, String annotator, int index, String before, String after) {
    return JournalEntryBuilder.builder()
        .time(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(index))
        .kind(kind)
        .annotator(annotator)
        .sample(image(index))
        .before(before)
        .after(after)
        .reason("a, \"b\"\nc")
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"label-studio", "fiftyone", "cleanlab", "imagefolder"})
  void whatIsWrittenComesBack(String format) {
    ReviewDesk from = desk();
    List<JournalEntry> entries =
        List.of(
            entry(DecisionKind.LABEL, "ann", 3, FIRST, SECOND).withMethod(JournalEntry.AUTO),
            entry(DecisionKind.KEEP, "bob", 3, FIRST, FIRST),
            entry(DecisionKind.RESOLVE, "eve", 3, FIRST, SECOND),
            entry(DecisionKind.EXCLUDE, "ann", 12, SECOND, ""),
            entry(DecisionKind.NONE, "bob", 13, SECOND, "").withProposed("Green Finch"),
            entry(DecisionKind.KEEP, "ann", 14, SECOND, SECOND).withAlso(FIRST));
    from.journal().decideAll(entries);
    from.journal().decide(entry(DecisionKind.UNSURE, "ann", 15, SECOND, SECOND));
    DecidedImages images = DecidedImages.of(from.decisions(), from.originals());
    assertEquals(1, images.leftOut());
    Path file = folder.resolve("decisions");
    DecisionFormats.byId(format).write(file, images);

    ReviewDesk to = desk();
    List<JournalEntry> read = DecisionFormats.read(file, dataset, to, "nobody", remarks::add);
    assertEquals(entries, read);
    assertEquals(List.of(), remarks);
    to.journal().decideAll(read);
    assertEquals(from.staging(), to.staging());
  }

  private List<JournalEntry> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text);
    return DecisionFormats.read(file, dataset, desk(), "import", remarks::add);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'file_name': '3.jpg', 'label': '001.Amber_Tern', 'given_label': '002.Coral_Finch'}",
        "{'samples': [{'filepath': '3.jpg', 'corrected': {'label': '001.Amber_Tern'},"
            + " 'ground_truth': {'label': '002.Coral_Finch'}}]}",
        "[{'data': {'image': '3.jpg'}, 'annotations': [{'result': [{'value': {'choices':"
            + " ['001.Amber_Tern']}}]}], 'predictions': [{'model_version': 'given label',"
            + " 'result': [{'value': {'choices': ['002.Coral_Finch']}}]}]}]",
        "path,given_label,corrected_label\n3.jpg,002.Coral_Finch,001.Amber_Tern"
      })
  void anotherLabelThanTheFileStartedFromIsTold(String text) throws IOException {
    read(text.replace('\'', '"'));
    assertTrue(
        remarks.get(0).endsWith("\"002.Coral_Finch\", not \"001.Amber_Tern\"."), "" + remarks);
  }

  @Test
  void jsonOfAnotherKindIsNotTakenForATable() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> read("{\"categories\": [], \"images\": []}"));
    assertEquals("The JSON holds no decisions that are known", problem.what());
  }

  @Test
  void ofJsonThatBreaksOffThePlaceIsSaid() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> read("{\n  \"categories\": [\n    {\"sam"));
    assertEquals("The JSON is not understood (it ends too early)", problem.what());
    assertTrue(problem.where().endsWith("file, line 3"), problem.where());
  }

  @Test
  void linesOfJsonOfAnotherKindAreNotTakenForOneThatBreaksOff() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> read("{\"a\": 1}\n{\"b\": 2}\n"));
    assertEquals("The JSON holds no decisions that are known", problem.what());
  }

  private static List<String> said(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> entry.annotator() + " " + entry.sample() + " " + entry.after())
        .toList();
  }

  @Test
  void whatTheProgramsWriteThemselvesIsRead() throws IOException {
    assertEquals(
        List.of("7 " + image(3) + " " + SECOND),
        said(
            read(
                """
                [{"id": 9, "data": {"image": "/data/upload/1/0a1b2c3d-3.jpg"}, "annotations": [
                  {"completed_by": 7, "was_cancelled": false, "result": [
                    {"type": "choices", "value": {"choices": ["Coral Finch"]}}]},
                  {"completed_by": 8, "was_cancelled": true, "result": []}]}]
                """)));
    assertEquals(
        List.of("import " + image(12) + " " + FIRST),
        said(
            read(
                """
                {"samples": [{"filepath": "/home/me/data/%s",
                  "ground_truth": {"_cls": "Classification", "label": "%s"}}]}
                """
                    .formatted(image(12), FIRST))));
    assertEquals(
        List.of("import " + image(12) + " " + FIRST),
        said(
            read(
                "path,is_label_issue,label_score,given_label,predicted_label\n"
                    + (image(12) + ",True,0.01," + SECOND + "," + FIRST + "\n")
                    + (image(13) + ",False,0.9," + SECOND + "," + SECOND + "\n"))));
    assertEquals(
        List.of("import " + image(2) + " " + SECOND),
        said(read("{\"file_name\": \"" + image(2) + "\", \"label\": \"" + SECOND + "\"}\n")));
    assertEquals(
        List.of("import " + image(2) + " " + SECOND),
        said(read("path,new\n" + image(2) + "," + SECOND + "\n")));
  }

  @Test
  void whatIsNotUnderstoodIsNamedWithItsPlace() {
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> read("{\"file_name\": \"../../etc/passwd\", \"label\": \"" + FIRST + "\"}"));
    assertEquals("line 1: no image \"../../etc/passwd\".", unknown.remedy());
    assertTrue(
        assertThrows(ProblemException.class, () -> read("[{\"data\": {}}]"))
            .getMessage()
            .startsWith("Task 1 names no image"));
    assertThrows(ProblemException.class, () -> read("[{]"));
  }
}
