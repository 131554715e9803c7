package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.ui.kit.FileDialogs.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDialogsTest {
  @TempDir Path folder;
  private final Map<String, String> kept = new HashMap<>();
  private final FileDialogs dialogs =
      new FileDialogs(new FileDialogs.Memory(() -> kept, kept::put));

  private Path made(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name));
  }

  @Test
  void aDialogBeginsWhereItsFieldPointsTo() throws Exception {
    Path data = made("data");
    Files.createFile(data.resolve("w.pth"));
    kept.put("WEIGHTS", made("other").toString());
    for (String near : List.of(data.toString(), data + "/w.pth", data + "/not-there.pth")) {
      assertEquals(Optional.of(data), dialogs.start(Purpose.WEIGHTS, near), near);
    }
  }

  @Test
  void elseWhereTheLastOneOfItsKindEndedElseTheLastOfAny() throws Exception {
    kept.put("WEIGHTS", made("weights").toString());
    kept.put("LAST", made("last").toString());
    assertEquals(Optional.of(folder.resolve("weights")), dialogs.start(Purpose.WEIGHTS, ""));
    assertEquals(Optional.of(folder.resolve("last")), dialogs.start(Purpose.EXPORT, "no/such/one"));
    kept.put("WEIGHTS", "no/such/one");
    assertEquals(Optional.of(folder.resolve("last")), dialogs.start(Purpose.WEIGHTS, "\0"));
  }

  @Test
  void theFirstOneBeginsAtHome() {
    assertEquals(
        Optional.of(Path.of(System.getProperty("user.home"))), dialogs.start(Purpose.PLAN, ""));
  }
}
