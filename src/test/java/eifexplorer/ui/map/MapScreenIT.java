package eifexplorer.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.projection.PlaneView;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The map in the window, with mouse and keyboard. */
class MapScreenIT {
  @TempDir static Path folder;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private static WindowHarness window;
  private static MapViewModel map;
  private static ExplorerSession session;

  @BeforeAll
  static void open() {
    window = new WindowHarness(folder, List.of());
    session = SampleSession.of(Optional.empty());
    window.show(session);
    map = window.fx(() -> WindowScreens.map(window.model()));
    window.run(() -> WindowScreens.turnTo(window.model(), MapScreen.class));
    window.await(
        "the map",
        () -> map.layout().keptProperty().get() != null && !map.layout().busyProperty().get());
    window.pictures("map");
  }

  @AfterAll
  static void close() {
    window.close();
  }

  /** Brings a place into the middle, where nothing lies over it. */
  private static Point2D middle(int point) {
    window.run(
        () -> {
          PlaneView view = map.camera().viewProperty().get();
          var layout = map.shownProperty().get().layout();
          map.camera().viewProperty().set(view.at(layout.x(point), layout.y(point), 1e5));
        });
    Node canvas = window.node("#map");
    Bounds bounds = window.fx(() -> canvas.localToScreen(canvas.getBoundsInLocal()));
    PlaneView view = window.fx(() -> map.camera().viewProperty().get());
    return new Point2D(bounds.getMinX() + view.width() / 2, bounds.getMinY() + view.height() / 2);
  }

  /** With the shift key and the left button; on the JavaFX thread. */
  private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
    Point2D scene = node.localToScene(x, y);
    Point2D screen = node.localToScreen(x, y);
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            scene.getX(),
            scene.getY(),
            screen.getX(),
            screen.getY(),
            MouseButton.PRIMARY,
            1,
            true,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            false,
            null));
  }

  private static TestPair openPair() {
    return window.fx(() -> map.lines().pairProperty().get());
  }

  @Test
  void aClickOnAPointOpensItsPair() {
    ConfusionPair pair = session.pairs().get(4);
    MapImages images = window.fx(() -> map.imagesProperty().get());

    window.robot().clickOn(middle(images.test(pair.wrong())), MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertEquals(new TestPair(pair.wrong(), pair.confusedWith()), openPair());
    assertEquals(
        pair.wrong(),
        window.fx(
            () ->
                WindowScreens.explore(window.model())
                    .pairs()
                    .selectedProperty()
                    .get()
                    .pair()
                    .wrong()));
  }

  @Test
  void anArrowWalksToTheNextPairAndItsLinesFollow() {
    window.run(map.camera()::fit);
    window.run(() -> map.lines().open(MapImages.asked(session.pairs().get(0))));
    window.await("lines", () -> !map.lines().linesProperty().get().isEmpty());
    TestPair before = openPair();
    List<InfluenceLine> lines = window.fx(() -> map.lines().linesProperty().get());
    window.run(window.<Node>node("#map-layout")::requestFocus);

    window.type(KeyCode.RIGHT);
    window.await(
        "other lines",
        () ->
            !map.lines().linesProperty().get().isEmpty()
                && !map.lines().linesProperty().get().equals(lines));
    window.await("the journey's end", () -> map.camera().targetProperty().get() == null);

    assertNotEquals(before, openPair());
  }

  @Test
  void aMapOutOfSightLeavesTheCameraAlone() {
    MapCanvas beside = window.node("#map-beside");
    PlaneView before = window.fx(() -> map.camera().viewProperty().get());

    window.run(
        () -> {
          beside.requestLayout();
          beside.layout();
        });

    assertEquals(before, window.fx(() -> map.camera().viewProperty().get()));
  }

  @Test
  void aTooltipIsMadeWhenThePointerFirstComes() {
    Node button = window.node("#map-larger");
    List<String> before = tooltips(button);

    window.run(() -> mouse(button, MouseEvent.MOUSE_ENTERED, 1, 1));

    assertEquals(List.of(), before);
    assertEquals(List.of("Larger (+)"), tooltips(button));
  }

  private static List<String> tooltips(Node node) {
    return window.fx(
        () ->
            node.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(tooltip -> ((Tooltip) tooltip).getText())
                .toList());
  }

  @Test
  void aChoicesListHasAGroundOfItsOwn() {
    ComboBox<?> box = window.node("#map-colouring");
    window.run(box::show);
    ListView<?> list =
        window.fx(() -> (ListView<?>) ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent());
    boolean opaque =
        window.fx(
            () -> list.getBackground().getFills().stream().allMatch(f -> f.getFill().isOpaque()));
    window.run(box::hide);
    assertTrue(opaque);
  }

  @Test
  void aFieldOfTheFormThatIsWrongIsMarkedAndSaidByItsName() {
    window.run(window.<Button>node("#map-layout")::fire);
    TextField neighbours = window.node("#map-neighbours");
    window.run(() -> neighbours.setText("500"));

    window.run(window.<Button>node("#map-make")::fire);

    List<Boolean> wrong =
        window.fx(
            () ->
                Stream.of("#map-neighbours", "#map-seed")
                    .map(id -> window.node(id).getPseudoClassStates().contains(WRONG))
                    .toList());
    String words = window.<Label>node("#map-wrong").getText();
    window.run(() -> neighbours.setText("15"));
    window.run(window.<Button>node("#map-layout")::fire);
    assertEquals(List.of(true, false), wrong);
    assertEquals("Neighbours is 500. Allowed: 2 to 200.", words);
  }

  @Test
  void whatIsLassoedIsFlagged() {
    Node canvas = window.node("#map");
    // A robot would go from corner to corner pixel by pixel, and take seconds. At once, since a
    // view that follows the pair may move.
    window.run(
        () -> {
          map.camera().fit();
          double right = canvas.getBoundsInLocal().getWidth() - 5;
          double bottom = canvas.getBoundsInLocal().getHeight() - 5;
          mouse(canvas, MouseEvent.MOUSE_PRESSED, 5, 5);
          mouse(canvas, MouseEvent.MOUSE_DRAGGED, right, 5);
          mouse(canvas, MouseEvent.MOUSE_DRAGGED, right, bottom);
          mouse(canvas, MouseEvent.MOUSE_DRAGGED, 5, bottom);
          mouse(canvas, MouseEvent.MOUSE_RELEASED, 5, bottom);
        });
    window.await("what was picked", () -> !map.selection().now().isEmpty());
    window.robot().clickOn("#map-flag");
    WaitForAsyncUtils.waitForFxEvents();

    assertEquals("128 images: 64 training, 64 test", window.<Label>node("#map-picked").getText());
    window.await("the flags", () -> map.isFlagged(0));
  }
}
