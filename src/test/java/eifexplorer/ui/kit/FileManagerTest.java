package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileManagerTest {
  @Test
  void everyPlatformHasItsCommand() {
    Path file = Path.of("/images/a.jpg");

    assertEquals(
        List.of(
            List.of("explorer.exe", "/select,", file.toString()),
            List.of("open", "-R", file.toString()),
            List.of("xdg-open", file.getParent().toString())),
        List.of(
            FileManager.command("Windows 11", file),
            FileManager.command("Mac OS X", file),
            FileManager.command("Linux", file)));
  }

  @Test
  void aFileThatIsGoneIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("gone.jpg");

    ProblemException problem =
        assertThrows(ProblemException.class, () -> new FileManager("Linux").reveal(file));

    assertEquals(file.toString(), problem.where());
  }

  @Test
  void aFileIsOpenedInThePlatformsViewer() {
    Path file = Path.of("/images/a.jpg");

    assertEquals(
        List.of(
            List.of("explorer.exe", file.toString()),
            List.of("open", file.toString()),
            List.of("xdg-open", file.toString())),
        List.of(
            FileManager.openCommand("Windows 11", file),
            FileManager.openCommand("Mac OS X", file),
            FileManager.openCommand("Linux", file)));
  }
}
