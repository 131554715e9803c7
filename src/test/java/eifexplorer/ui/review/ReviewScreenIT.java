package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.review.QueueFilter;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.testing.AnnotatorKeys;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import eifexplorer.workspace.JsonLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels are corrected with the keyboard alone, with the real services. */
class ReviewScreenIT {
  @TempDir Path folder;
  private SmallWorkspace small;
  private WindowHarness window;

  @BeforeEach
  void start() {
    small = new SmallWorkspace(folder);
    small.add(1);
    open();
  }

  private void open() {
    window = new WindowHarness(folder, List.of());
    window
        .opener()
        .answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
    window.run(() -> window.model().openWorkspace(small.workspace()));
    window.await("the workspace", () -> window.model().sessionProperty().get() != null);
    control(KeyCode.DIGIT2);
    window.await("the queue", () -> queue().shownProperty().get() != null);
    window.await("all detectors", () -> review().learningProperty().get() == 0);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private ReviewViewModel review() {
    return WindowScreens.review(window.model());
  }

  private QueueViewModel queue() {
    return review().queue();
  }

  private void control(KeyCode key) {
    window.robot().press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  private void awaitDecided(int count) {
    window.await(
        count + " decisions", () -> queue().leftText().equals((12 - count) + " of 12 left"));
  }

  private void decide(KeyCode... keys) {
    AnnotatorKeys.decide(window, queue(), keys);
  }

  /** Class of every image that is trained on, by its path: what the journal says, worked out here. */
  private Map<String, String> corrected() {
    ExplorerSession session = window.model().sessionProperty().get();
    Map<String, String> labels = new TreeMap<>();
    session
        .dataset()
        .train()
        .forEach(s -> labels.put(s.path(), session.dataset().classOf(s.label()).name()));
    queue().images().forEach(i -> correct(labels, session.trainSample(i).path(), i));
    return labels;
  }

  private void correct(Map<String, String> labels, String path, int trainIndex) {
    String said = window.fx(() -> queue().item(trainIndex).decision());
    if (said.equals("excluded")) {
      labels.remove(path);
    } else if (said.startsWith("→ ")) {
      labels.put(path, said.substring(2));
    }
  }

  @Test
  void tenImagesAreDecidedFourUndoneTwoRedoneAfterARestartCommittedAndExported() throws Exception {
    decide(
        KeyCode.DIGIT1,
        KeyCode.DIGIT0,
        KeyCode.DIGIT2,
        KeyCode.X,
        KeyCode.D,
        KeyCode.DIGIT1,
        KeyCode.DIGIT1,
        KeyCode.D,
        KeyCode.DIGIT2,
        KeyCode.DIGIT0);
    window.type(KeyCode.U, KeyCode.U);
    control(KeyCode.Z);
    window.type(KeyCode.U);
    awaitDecided(6);
    window.close();
    open();
    awaitDecided(6);
    for (int i = 0; i < 2; i++) {
      window
          .robot()
          .press(KeyCode.CONTROL, KeyCode.SHIFT)
          .type(KeyCode.Z)
          .release(KeyCode.SHIFT, KeyCode.CONTROL);
    }
    awaitDecided(8);
    Map<String, String> expected = corrected();
    window.await(
        "the summary",
        () -> review().staged().staging().map(s -> s.changes().size()).orElse(0) == 6);
    control(KeyCode.ENTER);
    window.robot().write("ten decided");
    control(KeyCode.ENTER);
    window.await("the commit", () -> review().staged().currentProperty().get() == 1);

    Path csv = folder.resolve("corrections.csv");
    Path own = folder.resolve("own");
    window.run(() -> review().transfer().export(TransferViewModel.Format.CSV, csv));
    window.await("the file", () -> Files.exists(csv));
    window.run(() -> review().transfer().export(TransferViewModel.Format.DATASET, own));
    window.await("the folder", () -> Files.exists(own));

    assertEquals(expectedCsv(expected), Files.readString(csv));
    assertEquals(expectedLabels(expected), trainingLines(own.resolve("labels.csv")));
  }

  /** Every correction with who made it and why, from the journal's own lines. */
  private String expectedCsv(Map<String, String> expected) {
    Map<String, JournalEntry> last = new TreeMap<>();
    new JsonLines(small.workspace().resolve("review/journal.jsonl"))
        .read(JournalEntry.class).stream()
            .filter(entry -> entry.kind().isDecision())
            .forEach(entry -> last.put(entry.sample(), entry));
    return "path,old,new,reason,annotator,time,method,also,proposed,note\r\n"
        + last.values().stream()
            .filter(entry -> !entry.before().equals(expected.getOrDefault(entry.sample(), "")))
            .map(
                entry ->
                    String.join(
                            ",",
                            entry.sample(),
                            entry.before(),
                            expected.getOrDefault(entry.sample(), ""),
                            entry.reason(),
                            entry.annotator(),
                            entry.time().toString())
                        + ",,,,\r\n")
            .collect(Collectors.joining());
  }

  private static List<String> expectedLabels(Map<String, String> expected) {
    return expected.entrySet().stream()
        .map(entry -> entry.getKey() + "," + entry.getValue() + ",train")
        .sorted()
        .toList();
  }

  private static List<String> trainingLines(Path file) throws Exception {
    return Files.readString(file).lines().filter(l -> l.endsWith(",train")).sorted().toList();
  }

  @Test
  void committedLabelsMakeTheScoresOfExploreStaleUntilTheyAreOpened() {
    decide(KeyCode.D);
    window.run(() -> review().staged().messageProperty().set("one less"));
    window.run(review().staged()::commit);
    window.await(
        "the sign in Explore",
        () ->
            WindowScreens.explore(window.model())
                .stale()
                .textProperty()
                .get()
                .equals("stale: 1 label changed"));
    window.run(() -> window.<Button>node("#reopen-labels").fire());
    window.await("the other labels", () -> queue().leftText().equals("11 of 11 left"));

    assertEquals(
        "", window.fx(() -> WindowScreens.explore(window.model()).stale().textProperty().get()));
    assertEquals("", window.fx(() -> review().troubleProperty().get()));
  }

  @Test
  void whenAllAreDecidedTheScreenSaysWhatIsNext() {
    for (int i = 0; i < 12; i++) {
      decide(KeyCode.DIGIT0);
    }
    window.pictures("review-all-decided");
    assertEquals(true, window.fx(() -> queue().shownProperty().get() == null));
  }

  @Test
  void aBundleWithoutImagesIsReviewedByItsIndices() {
    window.show(SampleSession.of(Optional.empty()));
    window.await("the queue", () -> queue().leftText().equals("64 of 64 left"));
    decide(KeyCode.DIGIT1);
    window.pictures("review-bundle");
    assertEquals(1, window.fx(() -> review().staged().staging().orElseThrow().relabelled()));
  }

  @Test
  void anotherProgramsReviewIsLookedAt() {
    try (WindowHarness other = new WindowHarness(folder.resolve("other"), List.of())) {
      other
          .opener()
          .answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
      other.run(() -> other.model().openWorkspace(small.workspace()));
      other.await("the workspace", () -> other.model().sessionProperty().get() != null);
      other.run(() -> WindowScreens.turnTo(other.model(), ReviewScreen.class));
      QueueViewModel theirs = WindowScreens.review(other.model()).queue();
      other.await("the queue", () -> theirs.shownProperty().get() != null);
      other.type(KeyCode.DIGIT0);
      other.picture("review-locked");

      assertEquals("12 of 12 left", other.fx(theirs::leftText));
      assertEquals(
          false,
          other.fx(() -> WindowScreens.review(other.model()).troubleProperty().get().isEmpty()));
    }
  }

  @Test
  void aClassIsTypedByItsName() {
    int first = window.fx(() -> queue().shownProperty().get().trainIndex());
    int label = window.fx(() -> window.model().sessionProperty().get().trainSample(first).label());
    String other = window.model().sessionProperty().get().className((label + 1) % 3);
    window.type(KeyCode.C);
    window.await("the search", () -> window.node("#class-search").isFocused());
    assertEquals("", window.<TextField>node("#class-search").getText());
    window.type(KeyCode.ESCAPE);
    window.robot().write("/");
    window.await("the search", () -> window.node("#class-search").isFocused());
    window.robot().write(other);
    window.picture("review-type-class");
    window.type(KeyCode.ENTER);
    awaitDecided(1);

    assertEquals("→ " + other, window.fx(() -> queue().item(first).decision()));
  }

  @Test
  void exploreHandsItsTrainingImageOver() {
    control(KeyCode.DIGIT1);
    window.awaitScores();
    int chosen =
        window.fx(
            () -> WindowScreens.explore(window.model()).sample().itemProperty().get().trainIndex());
    window.type(KeyCode.D);
    awaitDecided(1);
    window.type(KeyCode.R);
    window.await("Review", () -> window.model().pageProperty().get().id().equals("review"));

    assertEquals("excluded", window.fx(() -> queue().item(chosen).decision()));
    assertEquals(chosen, window.fx(() -> queue().shownProperty().get().trainIndex()));
  }

  @Test
  void notesSecondClassesBatchesAndFiltersAreReachedByKeys() {
    AnnotatorKeys.look(window, queue());
    int first = window.fx(() -> queue().shownProperty().get().trainIndex());
    window.type(KeyCode.N);
    window.await("the note", () -> window.node("#review-note").isFocused());
    window.robot().write("two birds");
    window.type(KeyCode.ENTER);
    window.await("the note kept", () -> queue().note(first).equals("two birds"));
    window.type(KeyCode.N);
    window.robot().write("three birds").clickOn(".status-title");
    window.await("the next one too", () -> queue().note(first).equals("three birds"));

    window.type(KeyCode.E, KeyCode.DOWN);
    assertEquals("2", window.fx(() -> review().exemplars().besideProperty().get().key()));
    assertEquals(first, window.fx(() -> queue().shownProperty().get().trainIndex()));
    window.type(KeyCode.ESCAPE, KeyCode.B, KeyCode.DOWN);
    window.await("the batch", () -> review().batch().openProperty().get());
    assertEquals(
        window.fx(() -> review().batch().cursorProperty().get()),
        window.fx(() -> queue().shownProperty().get().trainIndex()));
    window.type(KeyCode.ESCAPE, KeyCode.H);
    assertEquals(true, window.fx(() -> queue().blindProperty().get()));
    window.type(KeyCode.H, KeyCode.R);
    window.await("the revisions", () -> window.node("#revisions").isVisible());
    window.type(KeyCode.ESCAPE, KeyCode.T);
    window.run(() -> review().accept().from(1));
    window.await("nothing so certain", () -> !review().accept().nothing().isEmpty());
    window.pictures("review-accept-none");
    Region thresholds = (Region) window.node("#accept-from");
    assertTrue(window.fx(() -> thresholds.getWidth() >= Math.floor(thresholds.prefWidth(-1))));
    window.type(KeyCode.ESCAPE, KeyCode.Q);
    window.await("the filter", () -> window.node("#filter-state").isFocused());
    window.type(KeyCode.ESCAPE);
    window.run(
        () -> queue().filterProperty().set(QueueFilter.ALL.withState(QueueFilter.State.EXCLUDED)));
    window.await("nothing listed", () -> queue().leftText().equals("none listed"));
    window.pictures("review-no-match");
    assertEquals(Vacancy.NO_MATCH, window.fx(() -> queue().vacancyProperty().get()));
  }
}
