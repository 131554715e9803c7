package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.testing.DrawnPictures;
import eifexplorer.ui.testing.ManyConfusions;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfusionsViewIT {
  @TempDir static Path images;
  @TempDir Path folder;

  private static ExplorerSession session;
  private WindowHarness window;

  @BeforeAll
  static void draw() throws IOException {
    session = ManyConfusions.of(36, 8, Optional.of(images));
    DrawnPictures.write(session);
  }

  @BeforeEach
  void open() {
    window = new WindowHarness(folder, List.of());
    window.show(session);
  }

  @AfterEach
  void close() {
    // Scores that come after the end would ask for pictures in vain.
    window.awaitScores();
    window.close();
  }

  private ConfusionsViewModel model() {
    return WindowScreens.explore(window.model()).confusions();
  }

  private PairItem pair(int at) {
    return model().pairs().visible().get(at);
  }

  private void showForm(Form form, String list) {
    window.run(
        () -> {
          model().showForm(form);
          window.<Node>node(list).requestFocus();
        });
  }

  @Test
  void cardsShowWhatIsKnownOfAPair() {
    window.run(
        () -> {
          model().survey(ManyConfusions.survey(session, session.pairs().size()));
          WindowScreens.explore(window.model()).strips().marks().review(pair(1).key(), true);
        });

    assertTrue(window.robot().lookup("reviewed").tryQuery().isPresent());
    window.pictures("confusions-pairs");
  }

  @Test
  void severalPairsAreNotedTogetherAndDropped() {
    List<Node> cards =
        window.robot().lookup(".pair-card").queryAll().stream()
            .limit(2)
            .map(Node.class::cast)
            .toList();
    window.robot().press(KeyCode.CONTROL).clickOn(cards.get(1)).release(KeyCode.CONTROL);
    assertEquals("2 picked", window.fx(() -> model().pairs().picks().textProperty().get()));

    window.type(KeyCode.N);
    window.robot().write("on water");
    window.pictures("confusions-note");
    window.robot().press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

    assertEquals(
        List.of("on water", "on water", ""),
        window.fx(
            () ->
                List.of(0, 1, 2).stream()
                    .map(i -> model().pairs().known().note(pair(i)))
                    .toList()));
    window.type(KeyCode.ESCAPE);
    assertTrue(window.fx(() -> model().pairs().picks().picked().isEmpty()));
  }

  @Test
  void aNoteIsKeptByAClickElsewhereAndNotByEscape() {
    showForm(Form.PAIRS, "#pairs");
    window.run(() -> model().pairs().selectAt(0));
    window.type(KeyCode.N);
    window.robot().write("same pose");
    window.robot().clickOn("#pair-distance");
    assertEquals("same pose", window.fx(() -> model().pairs().known().note(pair(0))));

    window.type(KeyCode.N);
    window.robot().write(", or not");
    window.type(KeyCode.ESCAPE);
    assertEquals("same pose", window.fx(() -> model().pairs().known().note(pair(0))));
  }

  @Test
  void aClassPairIsOpenedAndLeftByKeyboard() {
    showForm(Form.CLASS_PAIRS, "#class-pairs .list-view");
    window.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
    ClassPairRow row = window.fx(() -> model().classPairs().selectedProperty().get());
    window.picture("confusions-class-pairs");

    window.type(KeyCode.ENTER);
    assertEquals(row.count().count(), window.fx(() -> model().pairs().visible().size()));
    window.pictures("confusions-filtered");

    window.type(KeyCode.ESCAPE);
    assertEquals(Form.CLASS_PAIRS, window.fx(() -> model().formProperty().get()));
    assertEquals(session.pairs().size(), window.fx(() -> model().pairs().visible().size()));
    window.picture("confusions-class-pairs");
  }

  @Test
  void aCellOfTheMatrixIsOpenedAndLeftByKeyboard() {
    window.run(
        () -> {
          model().openMatrix(true);
          model().matrix().orderProperty().set(MatrixOrder.MOST_WRONG);
          model().matrix().moveTo(0, 1);
        });
    window.type(KeyCode.DOWN, KeyCode.RIGHT);
    assertEquals(
        new MatrixViewModel.Cell(2, 3), window.fx(() -> model().matrix().cellProperty().get()));
    window.run(() -> model().matrix().orderProperty().set(MatrixOrder.LOOK_ALIKES));
    window.picture("confusions-matrix");
    window.run(() -> model().matrix().show(model().pairs().index().matrix()));
    window.type(KeyCode.ENTER);
    assertEquals(Form.PAIRS, window.fx(() -> model().formProperty().get()));

    window.type(KeyCode.ESCAPE);
    assertTrue(window.fx(() -> model().matrixOpenProperty().get()));
    window.resize(1100, 700);
    window.picture("confusions-matrix");
    window.type(KeyCode.ESCAPE);
    assertTrue(window.fx(() -> !window.node(".matrix-sheet").isVisible()));
  }

  @Test
  void aClassIsOpenedByKeyboard() {
    showForm(Form.CLASSES, "#classes .list-view");
    window.type(KeyCode.DOWN);
    ClassRow row = window.fx(() -> model().classes().selectedProperty().get());
    window.pictures("confusions-classes");

    window.type(KeyCode.ENTER);

    assertEquals(row.summary().wrong(), window.fx(() -> model().pairs().visible().size()));
  }

  @Test
  void aFilterThatHidesAllOffersToBeCleared() {
    window.run(
        () ->
            model()
                .pairs()
                .restrictionProperty()
                .set(
                    PairFilter.classPair(4, 5)
                        .withReviewed(ReviewState.REVIEWED)
                        .withBelow(OptionalDouble.of(0.6))));
    window.pictures("confusions-empty");

    window.robot().clickOn("Clear filters");

    assertEquals(
        session.pairs().size() + " pairs",
        window.fx(() -> window.<Label>node("#pair-count").getText()));
  }

  @Test
  void theFilterIsSetByKeyboardAndClosedByEscape() {
    window.run(() -> window.<Node>node("#pair-filter-button").requestFocus());
    window.type(KeyCode.SPACE);
    window.type(KeyCode.D, KeyCode.E, KeyCode.N);
    window.type(KeyCode.ENTER);
    window.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
    window.picture("confusions-filter");
    window.type(KeyCode.ESCAPE);

    PairFilter filter = window.fx(() -> model().pairs().restrictionProperty().get());
    assertEquals(
        List.of("Golden Finch", ReviewState.NOT_REVIEWED),
        List.of(model().pairs().index().className(filter.wrong().getAsInt()), filter.reviewed()));
    assertTrue(window.robot().lookup(".filter-popover").tryQuery().isEmpty());
  }

  private int firstInSight() {
    return window.fx(
        () -> window.<VirtualFlow<?>>node("#pairs .virtual-flow").getFirstVisibleCell().getIndex());
  }

  @Test
  void aGrowingSurveyLeavesInSightWhatIsThere() {
    window.run(
        () -> {
          model().pairs().orderProperty().set(PairOrder.SUSPECTS);
          model().survey(ManyConfusions.survey(session, 20));
          model().pairs().selectAt(2);
          window.<ListView<?>>node("#pairs").scrollTo(60);
        });
    PairItem chosen = pair(2);
    int before = firstInSight();

    window.run(() -> model().survey(ManyConfusions.survey(session, session.pairs().size())));

    assertEquals(
        List.of(60, 60, chosen),
        List.of(before, firstInSight(), window.fx(() -> model().pairs().selectedProperty().get())));
    assertTrue(window.fx(() -> model().pairs().positionProperty().get()) != 2);
    List<String> signs =
        window.fx(
            () ->
                window.robot().lookup("#doubtful").<Label>queryAll().stream()
                    .filter(Node::isVisible)
                    .map(Label::getText)
                    .toList());
    assertFalse(signs.isEmpty());
    assertTrue(signs.stream().allMatch(sign -> sign.matches("\\d+ doubtful")), signs.toString());
    window.picture("confusions-doubtful");
  }

  @Test
  void aWiderColumnHasSeveralCardsInARowAndStaysVirtual() {
    window.robot().drag(".column-edge").moveBy(300, 0).drop();
    window.run(() -> window.<Node>node("#pairs").requestFocus());
    window.type(KeyCode.DOWN, KeyCode.DOWN);

    assertEquals(4, window.fx(() -> model().pairs().positionProperty().get()));
    window.type(KeyCode.END);
    assertEquals(
        session.pairs().size() - 1, window.fx(() -> model().pairs().positionProperty().get()));
    assertTrue(window.robot().lookup(n -> n instanceof PairRowCell).queryAll().size() < 12);
    window.picture("confusions-wide");
  }
}
