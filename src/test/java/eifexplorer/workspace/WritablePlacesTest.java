package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritablePlacesTest {
  @TempDir Path folder;

  @Test
  void nothingIsLeftOfTheTrialAndNoFolderMade() {
    WritablePlaces.require(folder);
    WritablePlaces.require(folder.resolve("a").resolve("b"));
    assertEquals(List.of(), Workspace.children(folder));
  }

  /** That a test may not be stopped by permissions, a file is where the folder would be. */
  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("models"), "in the way");
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> WritablePlaces.require(file.resolve("m").resolve("n")));
    assertEquals(
        "A file is where a folder should be: "
            + file
            + ". Check the free space and the folder's permissions, or choose another place.",
        refused.getMessage());
    assertEquals("in the way", Files.readString(file));
  }
}
