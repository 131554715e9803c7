package eifexplorer.ui.shell;

import static eifexplorer.ui.testing.WindowScreens.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.workspace.FormField;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropViewModelTest {
  @TempDir Path folder;

  private final FakeOpener opener =
      new FakeOpener().answer(context -> SampleSession.of(Optional.empty()));
  private ExplorerWindowViewModel window;

  @BeforeEach
  void open() {
    window = UnshownWindow.with(new InlineJobRunner(), opener, folder);
  }

  @Test
  void aDroppedWorkspaceIsOpened() {
    Path workspace = folder.resolve("birds");
    Workspace.create(workspace, "birds", DatasetReference.clean("cub", "/data", "", ""));

    window.drop().drop(workspace);

    assertEquals(List.of("workspace " + workspace), opener.asked());
  }

  @Test
  void aDroppedBundleIsLookedAtInTheFormThatOpensIt() {

    window.drop().drop(folder.resolve("features.npz"));

    assertEquals(
        List.of("open", folder.resolve("features.npz").toString()),
        List.of(
            window.pageProperty().get().id(),
            workspace(window).open().model().pathProperty().get()));
  }

  @Test
  void aDroppedFolderFillsTheForm() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));

    window.drop().drop(images);

    assertEquals(
        List.of("new-data-set", images.toString()),
        List.of(
            window.pageProperty().get().id(),
            workspace(window).newDataSet().model().text(FormField.ROOT).get()));
  }

  @Test
  void ofSeveralDroppedTheFirstIsOpenedAndTheOthersAreCounted() {
    window.drop().drop(List.of(folder.resolve("a.npz"), folder.resolve("b.npz")));

    assertEquals(
        folder.resolve("a.npz").toString(), workspace(window).open().model().pathProperty().get());
    assertEquals(
        List.of("2 were dropped, and one is opened at a time: " + folder.resolve("a.npz")),
        window.notices().notices().stream().map(Notice::message).toList());
  }

  @Test
  void ofSeveralTheFirstThatCanBeOpenedIsInvitedAndOpened() {
    List<Path> dropped =
        List.of(folder.resolve("note.mp3"), folder.resolve("b.npz"), folder.resolve("c.npz"));

    window.drop().over(dropped);
    assertEquals("Drop to open the embedding bundle", window.drop().invitationProperty().get());

    window.drop().drop(dropped);
    assertEquals(
        folder.resolve("b.npz").toString(), workspace(window).open().model().pathProperty().get());
    assertEquals(
        List.of("3 were dropped, and one is opened at a time: " + folder.resolve("b.npz")),
        window.notices().notices().stream().map(Notice::message).toList());
  }

  @Test
  void aPresentationIsLeftForWhatIsDroppedOnIt() {
    Path birds = folder.resolve("birds");
    Workspace.create(birds, "birds", DatasetReference.clean("cub", "/data", "", ""));
    window.openWorkspace(birds);
    window.presentation().open();
    assertTrue(window.presentation().openProperty().get());

    window.drop().drop(folder.resolve("features.npz"));

    assertEquals(
        List.of("open", false),
        List.of(window.pageProperty().get().id(), window.presentation().openProperty().get()));
  }

  @Test
  void theWholeFileSystemIsNoDataSet() {
    Path root = folder.getRoot();

    window.drop().drop(root);

    assertEquals(
        "This is the whole file system: " + root + ". Choose a folder in it.",
        workspace(window).newDataSet().model().problem(FormField.ROOT).get());
    assertEquals("", workspace(window).newDataSet().model().recognisedProperty().get());
  }

  @Test
  void anythingElseDroppedIsRefusedInWords() {

    window.drop().drop(folder.resolve("song.mp3"));

    assertEquals(
        List.of(
            "This can't be opened: "
                + folder.resolve("song.mp3")
                + ". What opens: a workspace, the folder of a data set or its .csv list, embeddings"
                + " (.npz, a folder of .npy, .safetensors, .pt, .csv), a model (.pth,"
                + " .safetensors)."),
        window.notices().notices().stream().map(Notice::message).toList());
  }

  @Test
  void aDroppedModelFillsTheFormOfTheOpenWorkspace() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    opener.answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
    window.openWorkspace(small.workspace());

    window.drop().drop(small.model(2, 5));

    assertEquals("add-model", window.pageProperty().get().id());
    assertEquals(
        List.of(
            "There are 5 proxies, but 3 training classes. Choose the model of this data set and"
                + " split."),
        workspace(window).addModel().model().problems());
  }

  @Test
  void aDroppedModelWithoutAWorkspaceFillsTheFormForANewOne() {
    Path weights = folder.resolve("resnet50.pth");

    window.drop().drop(weights);

    assertEquals(
        List.of("new-data-set", weights.toString()),
        List.of(
            window.pageProperty().get().id(),
            workspace(window).newDataSet().model().text(FormField.WEIGHTS).get()));
  }
}
