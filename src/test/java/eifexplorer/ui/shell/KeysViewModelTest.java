package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.KeyTable;
import eifexplorer.ui.photo.ZoomCommand;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.workspace.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysViewModelTest {
  private static final KeyTable TABLE =
      new KeyTable(
          List.of(WindowCommand.values()),
          Map.of("explore", List.of(StripCommand.FLAG, ZoomCommand.ACTUAL_SIZE)));

  @TempDir Path folder;

  private KeysViewModel keys() {
    FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
    return new KeysViewModel(new Preferences(new SettingsFile(folder), jobs, failure -> {}), TABLE);
  }

  private Map<String, String> kept() {
    return new SettingsFile(folder).load().keys();
  }

  @Test
  void aKeyIsChangedAndKept() {
    KeysViewModel keys = keys();

    keys.change(StripCommand.FLAG);
    keys.press("B");

    assertNull(keys.changingProperty().get());
    assertEquals(Map.of("FLAG", "B"), kept());
    assertEquals("B", keys().mapProperty().get().key(StripCommand.FLAG).getName());
  }

  @Test
  void aKeyOfAnotherCommandIsAskedAboutAndSwapped() {
    KeysViewModel keys = keys();
    keys.change(StripCommand.FLAG);

    keys.press("Z");
    assertEquals(
        new KeysViewModel.Conflict(StripCommand.FLAG, "Z", ZoomCommand.ACTUAL_SIZE),
        keys.conflictProperty().get());
    assertEquals(Map.of(), kept());
    keys.swap();

    assertEquals(Map.of("FLAG", "Z", "ACTUAL_SIZE", "F"), kept());
  }

  @Test
  void escapeAndItsLikeAreNotGivenAway() {
    KeysViewModel keys = keys();
    keys.change(StripCommand.FLAG);

    keys.press("Tab");
    keys.swap();

    assertEquals(
        new KeysViewModel.Conflict(StripCommand.FLAG, "Tab", null), keys.conflictProperty().get());
    assertEquals(Map.of(), kept());
  }

  @Test
  void anotherKeyEndsTheConflict() {
    KeysViewModel keys = keys();
    keys.change(StripCommand.FLAG);
    keys.press("Z");

    keys.press("B");

    assertNull(keys.conflictProperty().get());
    assertEquals(Map.of("FLAG", "B"), kept());
  }

  @Test
  void aKeyPressedWhenNoneIsWaitedForChangesNothing() {
    keys().press("B");

    assertEquals(Map.of(), kept());
  }

  @Test
  void aUsualKeyComesBackFromTheCommandThatHasIt() {
    KeysViewModel keys = keys();
    keys.change(StripCommand.FLAG);
    keys.press("Z");
    keys.swap();

    keys.reset(StripCommand.FLAG);

    assertEquals(Map.of(), kept());
  }

  @Test
  void allUsualKeysComeBack() {
    KeysViewModel keys = keys();
    keys.change(StripCommand.FLAG);
    keys.press("B");

    keys.resetAll();

    assertEquals(Map.of(), kept());
  }
}
