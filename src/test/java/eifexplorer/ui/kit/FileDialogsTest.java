package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.ui.kit.FileDialogs.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDialogsTest {
  @TempDir Path folder;
  private final Map<String, String> kept = new HashMap<>();
  private final List<String> taken = new ArrayList<>();
  private final FileDialogs dialogs =
      new FileDialogs(
          new FileDialogs.Memory(
              () -> kept,
              () -> Map.of("WEIGHTS", taken),
              (purpose, folder, path) -> {
                kept.put(purpose, folder);
                path.ifPresent(taken::add);
              }),
          file -> !file.startsWith(folder.resolve("data")));

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
  void whereNothingMayBeWrittenNothingIsChosenNorRemembered() throws Exception {
    Path elsewhere = made("elsewhere").resolve("x.csv");
    assertEquals(Optional.empty(), dialogs.toWrite(Purpose.EXPORT, made("data").resolve("x.csv")));
    assertEquals(Map.of(), kept);
    assertEquals(Optional.of(elsewhere), dialogs.toWrite(Purpose.EXPORT, elsewhere));
    assertEquals(elsewhere.getParent().toString(), kept.get("EXPORT"));
  }

  @Test
  void whatWasTypedIsOfferedAgain() throws Exception {
    Path file = Files.createFile(made("weights").resolve("w.pth"));
    dialogs.taken(Purpose.WEIGHTS, " '" + file + "' ");
    dialogs.taken(Purpose.WEIGHTS, "");
    dialogs.taken(Purpose.WEIGHTS, "\0");

    assertEquals(List.of(file.toString()), dialogs.recent(Purpose.WEIGHTS));
    assertEquals(List.of(), dialogs.recent(Purpose.PLAN));
    assertEquals(Optional.of(file.getParent()), dialogs.start(Purpose.WEIGHTS, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "~/a b, HOME/a b",
    "~, HOME",
    "'\"/x/y\"', /x/y",
    "file:///x/a b, /x/a b",
    "x/y, x/y"
  })
  void pathsAreTypedAsElsewhere(String typed, String path) {
    String home = System.getProperty("user.home");
    assertEquals(Optional.of(Path.of(path.replace("HOME", home))), TypedPath.of(typed));
  }

  @Test
  void theFirstOneBeginsAtHome() {
    assertEquals(
        Optional.of(Path.of(System.getProperty("user.home"))), dialogs.start(Purpose.PLAN, ""));
  }
}
