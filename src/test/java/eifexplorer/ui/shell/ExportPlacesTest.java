package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportPlacesTest {
  @TempDir Path folder;
  private final NoticesViewModel notices = new NoticesViewModel();
  private Path data;

  @BeforeEach
  void aDataSet() throws Exception {
    data = Files.createDirectories(folder.resolve("data"));
  }

  private ExportPlaces places(@Nullable ExplorerSession session) {
    return new ExportPlaces(() -> session, () -> null, notices);
  }

  private List<String> said() {
    return notices.notices().stream().map(Notice::message).toList();
  }

  @Test
  void nothingIsWrittenIntoTheFolderOfTheOpenDataSet() {
    Path file = data.resolve("below").resolve("x.csv");
    assertFalse(places(SampleSession.of(Optional.of(data))).test(file));
    assertEquals(
        List.of(
            "Exports don't go into the data set's own folder: "
                + file
                + ". Choose a place outside "
                + data
                + "."),
        said());
  }

  @Test
  void norIntoThatOfAWorkspaceWithoutAModel() {
    UntrainedWorkspace untrained =
        new UntrainedWorkspace(
            Workspace.create(
                folder.resolve("ws"),
                "birds",
                DatasetReference.clean("folder", data.toString(), "1-3", "4-6")),
            SampleSession.of(Optional.of(data)).dataset(),
            List.of());
    ExportPlaces places = new ExportPlaces(() -> null, () -> untrained, notices);
    assertFalse(places.test(data.resolve("runs.csv")));
    assertTrue(places.test(folder.resolve("runs.csv")));
  }

  @Test
  void anywhereElseAndWhereNoDataSetHasAFolderItIs() {
    assertTrue(places(SampleSession.of(Optional.of(data))).test(folder.resolve("x.csv")));
    assertTrue(places(SampleSession.of(Optional.empty())).test(data.resolve("x.csv")));
    assertTrue(places(null).test(data.resolve("x.csv")));
    assertEquals(List.of(), said());
  }
}
