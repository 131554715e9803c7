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
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the window shows a screen it has never heard of. */
class AnotherScreenTest {
  @TempDir Path folder;

  @Test
  void itIsInTheRailOnItsKeyAndOnTheSheetOfKeys() {
    SketchScreen sketch = new SketchScreen();
    try (WindowHarness window =
        new WindowHarness(folder, List.of(context -> sketch), SmallWorkspace.explorer(folder))) {
      window.opener().answer(context -> SampleSession.of(Optional.empty()));
      window.run(window.model()::openDemo);
      window.await("the session", () -> window.model().sessionProperty().get() != null);

      window.robot().press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
      window.type(KeyCode.S, KeyCode.S);

      assertEquals("Sketch", window.<ToggleButton>node("#rail-sketch").getText());
      assertTrue(window.<ToggleButton>node("#rail-sketch").isSelected());
      assertEquals(2, window.fx(sketch::strokes));
      assertTrue(window.robot().lookup("stroke").tryQuery().isPresent());
      window.type(KeyCode.F1);
      assertTrue(window.robot().lookup("#key-stroke").tryQuery().isPresent());
    }
  }
}
