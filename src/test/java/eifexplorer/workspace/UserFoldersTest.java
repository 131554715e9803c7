package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("home");

  @Test
  void linuxFollowsTheDesktopsConvention() {
    assertEquals(
        new UserFolders(Path.of("/cfg/eif-explorer"), HOME.resolve(".local/share/eif-explorer")),
        UserFolders.of(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", HOME));
  }

  @Test
  void oneVariableMovesEverything() {
    assertEquals(
        new UserFolders(Path.of("/tmp/x"), Path.of("/tmp/x")),
        UserFolders.of(Map.of("EIF_EXPLORER_HOME", "/tmp/x"), "Windows 11", HOME));
  }
}
