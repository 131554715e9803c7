package eifexplorer.ui.shell;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.testing.DrawnPictures;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A window at the Explore screen, open on the sample session with drawn pictures; closed after each test. */
abstract class ExploreBench {
  @TempDir static Path images;
  @TempDir Path folder;

  static ExplorerSession session;
  WindowHarness window;

  @BeforeAll
  static void draw() throws IOException {
    session = SampleSession.of(Optional.of(images));
    DrawnPictures.write(session);
  }

  @AfterEach
  void close() {
    window.close();
  }

  final void open(ExplorerSession opened, ExploreServices services) {
    window = new WindowHarness(folder, List.of(), services);
    window.show(opened);
    // Pairs first, as somebody finds the screen who has just opened something.
    window.run(() -> window.node("#pairs").requestFocus());
  }

  final void open() {
    open(session, SeededServices.standard());
  }

  final ExploreViewModel explore() {
    return WindowScreens.explore(window.model());
  }

  final String text(String selector) {
    return window.fx(() -> window.<Labeled>node(selector).getText());
  }

  final void focusStrip() {
    window.run(() -> window.node("#harmful-strip").requestFocus());
  }

  final ContextMenu menuOn(Node node) {
    Bounds place = window.fx(() -> node.localToScreen(node.getBoundsInLocal()));
    window.run(
        () ->
            Event.fireEvent(
                node,
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    9,
                    9,
                    place.getMinX(),
                    place.getMinY(),
                    false,
                    null)));
    return window.fx(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
  }
}
