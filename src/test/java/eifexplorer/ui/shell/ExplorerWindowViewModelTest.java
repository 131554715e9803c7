package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.kit.DecodedPictures;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.ui.workspace.FormField;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorerWindowViewModelTest {
  @TempDir Path folder;

  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FakeOpener opener = new FakeOpener().answer(context -> session);

  private ExplorerWindowViewModel window(JobRunner runner) {
    return new ExplorerWindowViewModel(
        new WindowServices(
            runner,
            opener,
            opened -> new DecodedPictures(folder),
            new SettingsFile(folder),
            List.of(),
            SeededServices.standard(),
            "CPU"),
        Runnable::run);
  }

  private ExplorerWindowViewModel window() {
    return window(new InlineJobRunner());
  }

  @Test
  void theDemoIsShownEverywhere() {
    ExplorerWindowViewModel window = window();

    window.openDemo();

    assertEquals(
        List.of(session, session, session),
        List.of(
            window.sessionProperty().get(),
            window.explore().sessionProperty().get(),
            window.workspace().sessionProperty().get()));
  }

  @Test
  void theTopBarSaysWhatIsOpen() {
    ExplorerWindowViewModel window = window();

    window.openDemo();

    assertEquals(
        new SessionChips("bundle", "ProxyNCA++ · MobileNet-V2 · epoch 10", "test 5–8 · 64 images"),
        window.chipsProperty().get());
  }

  @Test
  void openedWorkspacesAreRemembered() {
    window().openWorkspace(folder.resolve("a"));
    window().openWorkspace(folder.resolve("b"));

    assertEquals(List.of(folder.resolve("b"), folder.resolve("a")), window().recent());
  }

  @Test
  void theThemeIsRemembered() {
    window().toggleTheme();

    assertSame(Theme.LIGHT, window().themeProperty().get());
  }

  @Test
  void aFailedOpeningKeepsWhatIsOpenAndSaysWhy() {
    ExplorerWindowViewModel window = window();
    window.openDemo();
    opener.answer(
        context -> {
          throw new ProblemException("The field dataset is missing", "workspace.json", "");
        });

    window.openWorkspace(folder);

    assertSame(session, window.sessionProperty().get());
    assertEquals(
        List.of("The field dataset is missing: workspace.json."),
        window.notices().notices().stream().map(Notice::message).toList());
    assertEquals("", window.openingProperty().get());
  }

  @Test
  void aFailedOpeningIsNotRemembered() {
    opener.answer(
        context -> {
          throw new ProblemException("This folder is no workspace", "", "");
        });
    ExplorerWindowViewModel window = window();

    window.openWorkspace(folder);

    assertEquals(List.of(), window.recent());
  }

  @Test
  void openingSomethingElseGivesUpOnWhatIsBeingOpened() {
    HeldJobRunner held = new HeldJobRunner();
    ExplorerWindowViewModel window = window(held);
    window.openDemo();

    window.openWorkspace(folder.resolve("other"));
    held.job(0).finish();

    assertEquals(
        List.of(true, "Opening other"),
        List.of(held.job(0).cancelled(), window.openingProperty().get()));
    assertNull(window.sessionProperty().get());
  }

  @Test
  void aCancelledOpeningLeavesTheStart() {
    HeldJobRunner held = new HeldJobRunner();
    opener.answer(
        context -> {
          context.checkCancelled();
          return session;
        });
    ExplorerWindowViewModel window = window(held);
    window.openDemo();

    held.job(0).cancel();
    held.job(0).finish();

    assertEquals(
        List.of("", List.of()),
        List.of(window.openingProperty().get(), window.notices().notices()));
  }

  @Test
  void aDroppedWorkspaceIsOpened() {
    Path workspace = folder.resolve("birds");
    Workspace.create(workspace, "birds", DatasetReference.clean("cub", "/data", "", ""));

    window().openDropped(workspace);

    assertEquals(List.of("workspace " + workspace), opener.asked());
  }

  @Test
  void aDroppedBundleIsOpened() {
    window().openDropped(folder.resolve("features.npz"));

    assertEquals(
        List.of("bundle " + folder.resolve("features.npz") + " " + LossSpec.PROXY_NCA.name()),
        opener.asked());
  }

  @Test
  void aDroppedFolderFillsTheForm() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    ExplorerWindowViewModel window = window();

    window.openDropped(images);

    assertEquals(
        List.of(Page.NEW_DATA_SET, images.toString()),
        List.of(window.pageProperty().get(), window.newDataSet().text(FormField.ROOT).get()));
  }

  @Test
  void anythingElseDroppedIsRefusedInWords() {
    ExplorerWindowViewModel window = window();

    window.openDropped(folder.resolve("song.mp3"));

    assertEquals(
        List.of(
            "This can't be opened: "
                + folder.resolve("song.mp3")
                + ". Drop a workspace, the folder of a data set, or an embedding bundle (.npz)."),
        window.notices().notices().stream().map(Notice::message).toList());
  }
}
