package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.testing.DrawnPictures;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededEstimator;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreScreenIT {
  @TempDir static Path images;
  @TempDir Path folder;

  private static ExplorerSession session;
  private WindowHarness window;

  @BeforeAll
  static void draw() throws IOException {
    session = SampleSession.of(Optional.of(images));
    DrawnPictures.write(session);
    Files.writeString(session.image(session.testSample(3)).orElseThrow(), "no picture");
  }

  @BeforeEach
  void open() {
    window = new WindowHarness(folder, List.of());
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** Waits for the latch where the test says so. */
  private record SlowEstimator(
      InfluenceEstimator quick, BooleanSupplier waits, CountDownLatch release)
      implements InfluenceEstimator {
    @Override
    public String id() {
      return quick.id();
    }

    @Override
    public String title() {
      return quick.title();
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      try {
        if (waits.getAsBoolean()) {
          release.await(10, TimeUnit.SECONDS);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return quick.estimate(query, context);
    }
  }

  private static ScrollEvent wheelUp(int notches) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        100,
        100,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        notches * 40,
        0,
        0,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private ExploreViewModel explore() {
    return WindowScreens.explore(window.model());
  }

  private String text(String selector) {
    return window.fx(() -> window.<Label>node(selector).getText());
  }

  private int tiles(InfluenceKind kind) {
    return window.fx(
        () -> window.<Region>node("#" + kind.word() + "-strip").getChildrenUnmodifiable().size());
  }

  @Test
  void theThirdPairIsReachedByKeyboardAndExplained() {
    window.show(session);

    window.type(KeyCode.RIGHT, KeyCode.RIGHT);
    window.awaitScores();

    assertEquals("Pair 3", text("#pair-position"));
    assertEquals(
        window.fx(() -> explore().pairs().visible().get(2).pair().wrong()),
        window.fx(
            () -> explore().influence().shownProperty().get().query().pairs().get(0).first()));
    assertEquals(
        List.of(7, 7), List.of(tiles(InfluenceKind.HARMFUL), tiles(InfluenceKind.HELPFUL)));
    window.pictures("explore");
  }

  @Test
  void theListFollowsAndKeepsOnlyWhatIsInSight() {
    window.show(session);

    window.run(() -> window.node("#pairs").requestFocus());
    window.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);

    assertEquals(3, window.fx(() -> explore().pairs().positionProperty().get()));
    assertTrue(window.robot().lookup(n -> n instanceof ListCell).queryAll().size() < 16);
  }

  @Test
  void tilesAreWalkedInsideAStrip() {
    window.show(session);

    window.run(() -> window.node("#helpful-strip").requestFocus());
    window.type(KeyCode.RIGHT, KeyCode.RIGHT);

    assertEquals(
        "helpful 2",
        window.fx(() -> explore().sample().itemProperty().get()).rankText().substring(0, 9));
    assertEquals("Pair 1", text("#pair-position"));
  }

  @Test
  void aFilterThatHidesAllOffersToBeCleared() {
    window.show(session);

    window.robot().press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    window.robot().write("zebra");
    window.await("no pair", () -> explore().pairs().visible().isEmpty());

    assertEquals("0 of 22 pairs", text("#pair-count"));
    window.pictures("explore-none-match");
    window.robot().clickOn("Clear filters");
    assertEquals("22 pairs", text("#pair-count"));
  }

  @Test
  void bothPhotographsGoToActualSize() {
    window.show(session);

    window.type(KeyCode.Z);

    window.await("100 %", () -> explore().inspector().zoom().textProperty().get().equals("100 %"));
    window.picture("explore-actual-size");
  }

  @Test
  void theClassPairIsExplained() {
    window.show(session);

    window.robot().clickOn("#scope-class-pair");
    window.awaitScores();

    assertEquals(
        InfluenceScope.CLASS_PAIR, window.fx(() -> explore().influence().scopeProperty().get()));
  }

  @Test
  void anUnreadablePictureIsNamedInItsPlace() {
    window.show(session);
    int at =
        window.fx(
            () -> {
              var item =
                  explore().pairs().visible().stream()
                      .filter(i -> i.pair().wrong() == 3)
                      .findFirst()
                      .orElseThrow();
              explore().pairs().select(item);
              return item.pair().wrong();
            });
    window.awaitScores();

    window.await(
        "the crossed frame", () -> !window.robot().lookup(".picture-failed").queryAll().isEmpty());

    assertEquals(3, at);
    window.picture("explore-unreadable");
  }

  @Test
  void aBundleHasPlaceholdersForPictures() {
    window.show(SampleSession.of(Optional.empty()));

    Node placeholder = window.robot().lookup(".picture-placeholder").query();

    assertTrue(placeholder.isVisible());
    window.pictures("explore-bundle");
  }

  @Test
  void aSessionWithoutPairsSaysSo() {
    window.opener().answer(context -> SampleSession.withoutPairs());
    window.run(window.model()::openDemo);
    window.await("the session", () -> window.model().sessionProperty().get() != null);

    assertTrue(
        window
            .robot()
            .lookup(n -> n instanceof Label l && l.getText().startsWith("No confused pairs"))
            .tryQuery()
            .isPresent());
    window.picture("explore-no-pairs");
  }

  @Test
  void scoresThatCannotBeComputedSayWhy() {
    int failing = session.pairs().get(5).wrong();
    window.show(
        SampleSession.of(
            Optional.of(images), new SeededEstimator(SampleSession.trainSize(), failing)));
    window.run(
        () ->
            explore().pairs().visible().stream()
                .filter(i -> i.pair().wrong() == failing)
                .forEach(explore().pairs()::select));
    window.await("a failure", () -> explore().influence().failureProperty().get() != null);

    window.picture("explore-failed-scores");
    assertTrue(window.robot().lookup("Try again").tryQuery().isPresent());
  }

  @Test
  void inASmallWindowTheSampleIsADrawer() {
    window.show(session);
    window.resize(1100, 700);
    Node panel = window.robot().lookup(".sample-panel").query();
    window.await("the small window", () -> !panel.isVisible());

    window.type(KeyCode.I);

    assertTrue(panel.isVisible());
    window.picture("explore-drawer");
    window.type(KeyCode.ESCAPE);
    assertFalse(panel.isVisible());
  }

  @Test
  void theScoresBeforeStayAtHalfStrengthWhileNewOnesAreComputed() {
    CountDownLatch release = new CountDownLatch(1);
    InfluenceEstimator quick = session.estimator();
    AtomicInteger calls = new AtomicInteger();
    window.show(
        SampleSession.of(
            Optional.of(images),
            new SlowEstimator(quick, () -> calls.getAndIncrement() > 0, release)));

    window.type(KeyCode.RIGHT);
    Node strips = window.node(".strips");
    window.await("half strength", () -> strips.getOpacity() == 0.5);
    window.picture("explore-waiting");
    release.countDown();
    window.awaitScores();

    assertEquals(1.0, window.fx(strips::getOpacity));
  }

  @Test
  void theWheelEnlargesBothPhotographsAtThePointer() {
    window.show(session);

    // The robot has no wheel without a display.
    Node photo = window.robot().lookup(".photo").nth(0).query();
    window.run(() -> Event.fireEvent(photo, wheelUp(3)));
    window.await(
        "zoom", () -> explore().inspector().zoom().left().stateProperty().get().factor() > 1);
    window.picture("explore-zoomed");

    window.type(KeyCode.Z);
    assertTrue(window.fx(() -> explore().inspector().zoom().left().stateProperty().get().fits()));
  }

  @Test
  void aSlashGoesToTheFilterAndAQuestionMarkShowsTheKeys() {
    window.show(session);

    window.robot().write("?");
    window.await("the keys", () -> window.model().helpProperty().get());
    window.robot().write("/");
    window.robot().write("oriole");

    assertEquals("oriole", window.fx(() -> explore().pairs().filterProperty().get()));
  }
}
