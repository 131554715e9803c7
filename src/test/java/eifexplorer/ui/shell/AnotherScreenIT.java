package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SketchScreen;
import eifexplorer.ui.testing.WindowHarness;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the window shows a screen it has never heard of. */
class AnotherScreenIT {
  @TempDir Path folder;

  /** A window with no other screen and a session. */
  private WindowHarness window(SketchScreen sketch) {
    WindowHarness window =
        new WindowHarness(folder, List.of(context -> sketch), SmallWorkspace.explorer(folder));
    window.opener().answer(context -> SampleSession.of(Optional.empty()));
    window.run(window.model()::openDemo);
    window.await("the session", () -> window.model().sessionProperty().get() != null);
    return window;
  }

  @Test
  void itIsInTheRailOnItsKeyAndOnTheSheetOfKeys() {
    SketchScreen sketch = new SketchScreen();
    try (WindowHarness window = window(sketch)) {
      window.robot().press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
      window.type(KeyCode.S, KeyCode.S);

      assertEquals("Sketch", window.<ToggleButton>node("#rail-sketch").getText());
      assertTrue(window.<ToggleButton>node("#rail-sketch").isSelected());
      assertEquals(2, window.fx(sketch::strokes));
      assertTrue(window.robot().lookup("stroke").tryQuery().isPresent());
      window.run(() -> window.model().helpProperty().set(true));
      assertTrue(window.robot().lookup("#key-stroke").tryQuery().isPresent());
    }
  }

  @Test
  void aHeldKeyDoesItsCommandOnce() {
    SketchScreen sketch = new SketchScreen();
    try (WindowHarness window = window(sketch)) {
      for (int press = 0; press < 3; press++) {
        window.run(() -> press(window, KeyCode.S));
      }
      int held = window.fx(sketch::strokes);
      window.type(KeyCode.S);
      window.type(KeyCode.S);

      assertEquals(List.of(1, 2), List.of(held, window.fx(sketch::strokes)));
    }
  }

  @Test
  void aCommandThatLastsEndsOnceWhenItsKeyIsLetGoAndNotWhereThatRepeats() {
    SketchScreen sketch = new SketchScreen();
    try (WindowHarness window = window(sketch)) {
      window.run(
          () -> {
            for (int repeat = 0; repeat < 3; repeat++) {
              fire(window, KeyEvent.KEY_PRESSED, KeyCode.BACK_SLASH);
              fire(window, KeyEvent.KEY_RELEASED, KeyCode.BACK_SLASH);
            }
          });
      window.await("the end", () -> sketch.log().contains("dry"));

      List<String> log = window.fx(() -> List.copyOf(sketch.log()));
      assertEquals(List.of("wash", "dry"), log.subList(log.indexOf("wash"), log.size()));
    }
  }

  private static void press(WindowHarness window, KeyCode key) {
    fire(window, KeyEvent.KEY_PRESSED, key);
  }

  private static void fire(WindowHarness window, EventType<KeyEvent> type, KeyCode key) {
    Node root = window.node(".window");
    Event.fireEvent(root, new KeyEvent(type, "", "", key, false, false, false, false));
  }
}
