package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNamesTest {
  private static final Path FOLDER = Path.of("/ws/models");

  @ParameterizedTest
  @ValueSource(strings = {"cub_ProxyNCA_2", "my model", "Modèle", "a.b-c"})
  void aPlainNameIsAPlaceInTheFolder(String name) {
    assertEquals(FOLDER.resolve(name), FolderNames.child(FOLDER, name));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x",
        "../../etc",
        "a/b",
        "/etc",
        "a\\b",
        "C:x",
        "a\nb",
        "a\0b",
        "\u001b[2J"
      })
  void whatLeadsElsewhereIsRefusedInOnePlainLine(String name) {
    String message =
        assertThrows(ProblemException.class, () -> FolderNames.child(FOLDER, name)).getMessage();
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
  }

  @Test
  void aFileSaysTheIdOfItsFolder() {
    Path file = FOLDER.resolve("m").resolve("model.json");
    assertDoesNotThrow(() -> FolderNames.requireOwn(file, "m"));
    assertThrows(ProblemException.class, () -> FolderNames.requireOwn(file, "../m"));
    assertThrows(ProblemException.class, () -> FolderNames.requireOwn(file, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "../../x", "0123456789ABCDEF", "0123456789abcde", "0123456789abcdef0"})
  void aFingerprintIsSixteenDigits(String digits) {
    assertThrows(ProblemException.class, () -> new Fingerprint(digits));
  }
}
