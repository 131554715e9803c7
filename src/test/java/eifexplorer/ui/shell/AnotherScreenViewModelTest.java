package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.ui.testing.SketchScreen;
import eifexplorer.ui.testing.WindowScreens;
import eifexplorer.workspace.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window does for a screen it has never heard of. */
class AnotherScreenViewModelTest {
  @TempDir Path folder;

  private final FakeOpener opener =
      new FakeOpener().answer(context -> SampleSession.of(Optional.empty()));
  private final SketchScreen sketch = new SketchScreen();

  private ExplorerWindowViewModel window(List<Function<ScreenContext, Screen>> screens) {
    return UnshownWindow.with(screens, opener, folder);
  }

  /** The program's screens with another one in third place. */
  private ExplorerWindowViewModel with(Screen screen) {
    List<Function<ScreenContext, Screen>> screens =
        new ArrayList<>(
            WindowScreens.all(
                opener, List.of(), SeededServices.standard(), SmallWorkspace.explorer(folder)));
    screens.add(2, context -> screen);
    return window(screens);
  }

  @Test
  void itIsShownSessionsAndToldWhenItComesAndGoes() {
    ExplorerWindowViewModel window = with(sketch);

    window.openDemo();
    window.turnTo(sketch);
    window.openDemo();
    window.home();
    window.leave();

    assertEquals(
        List.of("show bundle", "enter", "show bundle", "enter", "leave", "close"), sketch.log());
  }

  @Test
  void itsPlaceIsTheNumberOfItsKey() {
    ExplorerWindowViewModel window = with(sketch);

    List<String> keys =
        WindowCommands.everywhere(window.screens()).stream()
            .filter(TurnTo.class::isInstance)
            .map(command -> command.does() + " " + command.usualKey())
            .toList();

    assertEquals(
        List.of(
            "Explore Shortcut+1",
            "Review Shortcut+2",
            "Sketch Shortcut+3",
            "Map Shortcut+4",
            "Train Shortcut+5",
            "Experiments Shortcut+6",
            "Workspace Shortcut+7"),
        keys);
  }

  @Test
  void itsKeyCanBeChangedAndIsKept() {
    ExplorerWindowViewModel window = with(sketch);

    window.keys().change(SketchScreen.Command.STROKE);
    window.keys().press("B");

    assertEquals(
        "B", with(sketch).keys().mapProperty().get().key(SketchScreen.Command.STROKE).getName());
  }

  @Test
  void itsStateAndThatItShowedAreKeptWithTheWorkspace() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    opener.answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
    ExplorerWindowViewModel window = with(sketch);
    window.openWorkspace(small.workspace());
    sketch.stroke();
    sketch.stroke();
    window.turnTo(sketch);
    window.leave();

    SketchScreen again = new SketchScreen();
    ExplorerWindowViewModel next = with(again);
    next.openLast();

    assertEquals(2, again.strokes());
    assertSame(again, next.pageProperty().get());
  }

  @Test
  void aRequestThatNoScreenServesIsRefused() {
    Request pair = new Request.ShowPair(new TestPair(0, 1));

    assertFalse(window(List.of(context -> sketch)).ask(pair));
    ExplorerWindowViewModel whole = with(sketch);
    whole.openDemo();
    assertTrue(whole.ask(pair));
  }

  @Test
  void noTwoCommandsOfAScreenHaveTheSameUsualKey() {
    ExplorerWindowViewModel window = with(sketch);
    for (Screen screen : window.screens()) {
      List<String> keys =
          window.keys().mapProperty().get().table().on(screen.id()).stream()
              .map(KeyCommand::usualKey)
              .toList();
      assertEquals(keys.stream().distinct().toList(), keys, screen.title());
    }
  }

  @Test
  void moreScreensThanDigitsAreRefused() {
    List<Function<ScreenContext, Screen>> ten =
        Collections.nCopies(TurnTo.MOST + 1, context -> new SketchScreen());

    IllegalArgumentException trouble =
        assertThrows(IllegalArgumentException.class, () -> window(ten));

    assertEquals("10 screens, but 9 digits", trouble.getMessage());
  }

  @Test
  void theKeysOfTheVersionBeforeAreRead() {
    SettingsFile settings = new SettingsFile(folder);
    settings.save(settings.load().withKeys(Map.of("WORKSPACE_PAGE", "Alt+W", "FLAG", "Alt+B")));

    assertEquals(
        Map.of("WORKSPACE_PAGE", "Alt+W", "FLAG", "Alt+B"),
        with(sketch).keys().mapProperty().get().changes());
  }
}
