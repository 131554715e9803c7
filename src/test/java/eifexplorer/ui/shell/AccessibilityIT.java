package eifexplorer.ui.shell;

import static eifexplorer.ui.testing.WindowScreens.explore;
import static eifexplorer.ui.testing.WindowScreens.review;
import static eifexplorer.ui.testing.WindowScreens.turnTo;
import static eifexplorer.ui.testing.WindowScreens.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.experiment.ExperimentScreen;
import eifexplorer.ui.explore.confusions.Form;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.review.ReviewCommand;
import eifexplorer.ui.review.ReviewScreen;
import eifexplorer.ui.review.ReviewView;
import eifexplorer.ui.testing.DrawnPictures;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.workspace.WorkspaceScreen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window can be used by ear and by keyboard. */
class AccessibilityIT {
  private static final int TABS = 60;

  @TempDir static Path images;
  @TempDir Path folder;

  private static ExplorerSession session;
  private WindowHarness window;

  @BeforeAll
  static void draw() throws IOException {
    session = SampleSession.of(Optional.of(images));
    DrawnPictures.write(session);
  }

  @BeforeEach
  void open() {
    window = new WindowHarness(folder, List.of());
    window.show(session);
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** What can have the focus and has nothing that could be read aloud. */
  private List<String> unnamed() {
    return window.fx(
        () -> {
          List<String> found = new ArrayList<>();
          collect(window.node(".window"), found);
          return found;
        });
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && !isNamed(node)) {
      found.add(node.toString());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean isNamed(Node node) {
    boolean spoken = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    return spoken
        || (node instanceof Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isBlank());
  }

  /** Buttons in sight that have the keyboard after they were pressed with the mouse, which then left them. */
  private List<String> keeping() {
    return window.fx(
        () -> {
          List<ButtonBase> buttons = new ArrayList<>();
          buttons(window.node(".window"), buttons);
          List<String> found = new ArrayList<>();
          for (ButtonBase button : buttons) {
            button.fireEvent(mouse(MouseEvent.MOUSE_PRESSED));
            button.fireEvent(mouse(MouseEvent.MOUSE_EXITED));
            button.fireEvent(mouse(MouseEvent.MOUSE_RELEASED));
            if (button.isFocused()) {
              found.add(button.getAccessibleText() + " " + button.getText());
            }
          }
          assertTrue(buttons.size() > 5, buttons.toString());
          return found;
        });
  }

  private static void buttons(Node node, List<ButtonBase> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node instanceof ButtonBase button
        && !(node instanceof CheckBox)
        && !(node instanceof MenuButton)) {
      found.add(button);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> buttons(child, found));
    }
  }

  private static MouseEvent mouse(EventType<MouseEvent> type) {
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    return new MouseEvent(
        type,
        2,
        2,
        2,
        2,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  /** On the Review screen, waits for its first image. */
  private void awaitReview() {
    window.await(
        "the queue",
        () ->
            !window.model().pageProperty().get().id().equals("review")
                || review(window.model()).queue().shownProperty().get() != null);
  }

  @Test
  void everyControlOfEveryScreenHasANameAndNoButtonKeepsTheKeyboardFromItsKeys() {
    Map<String, Runnable> screens = new LinkedHashMap<>();
    for (Form form : Form.values()) {
      screens.put(
          "Explore, " + form.title(), () -> explore(window.model()).confusions().showForm(form));
    }
    screens.put(
        "what if",
        () -> {
          explore(window.model()).sheets().whatIf().toggle();
          explore(window.model()).sheets().whatIf().run();
        });
    screens.put("two estimators", () -> explore(window.model()).sheets().compare().toggle());
    screens.put("culprits", () -> explore(window.model()).sheets().culprits().toggle());
    screens.put("matrix", () -> explore(window.model()).confusions().openMatrix(true));
    screens.put("Experiments", () -> turnTo(window.model(), ExperimentScreen.class));
    screens.put(
        "new data set", () -> window.model().turnTo(workspace(window.model()).newDataSet()));
    screens.put("open", () -> window.model().turnTo(workspace(window.model()).open()));
    screens.put("Review", () -> turnTo(window.model(), ReviewScreen.class));
    for (KeyCommand command :
        List.of(
            ReviewCommand.BATCH,
            ReviewCommand.BATCH,
            ReviewCommand.DIFF,
            ReviewCommand.TYPE_CLASS)) {
      screens.put(
          "Review, " + command.does() + screens.size(),
          () -> window.<ReviewView>node(".review").perform(command));
    }
    screens.put("Workspace", () -> turnTo(window.model(), WorkspaceScreen.class));
    screens.put("jobs", () -> window.model().drawerProperty().set(true));
    screens.put("keys", () -> window.model().helpProperty().set(true));

    Map<String, List<String>> unnamed = new LinkedHashMap<>();
    Map<String, List<String>> keeping = new LinkedHashMap<>();
    screens.forEach(
        (name, show) -> {
          window.run(show);
          awaitReview();
          List<String> found = unnamed();
          if (!found.isEmpty()) {
            unnamed.put(name, found);
          }
          List<String> kept = keeping();
          if (!kept.isEmpty()) {
            keeping.put(name, kept);
          }
        });

    assertEquals(Map.of(), unnamed);
    assertEquals(Map.of(), keeping);
  }

  @Test
  void theFocusGoesFromLeftToRight() {
    window.run(() -> window.node("#pairs").requestFocus());
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < TABS; i++) {
      String column = column();
      if (columns.isEmpty() || !columns.get(columns.size() - 1).equals(column)) {
        columns.add(column);
      }
      window.type(KeyCode.TAB);
    }
    Set<String> once = new LinkedHashSet<>(columns);
    assertTrue(
        List.copyOf(once).indexOf("list") < List.copyOf(once).indexOf("centre")
            && List.copyOf(once).indexOf("centre") < List.copyOf(once).indexOf("panel"),
        columns.toString());
  }

  /** Which part of the Explore screen has the focus. */
  private String column() {
    return window.fx(
        () -> {
          for (Node at = window.node(".window").getScene().getFocusOwner();
              at != null;
              at = at.getParent()) {
            if (at.getStyleClass().contains("confusions")) {
              return "list";
            }
            if (at.getStyleClass().contains("explore-centre")) {
              return "centre";
            }
            if (at.getStyleClass().contains("sample-panel")) {
              return "panel";
            }
          }
          return "frame";
        });
  }
}
