package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  record Value(int number) {}

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("review").resolve("lines.jsonl");
  }

  @Test
  void readsNothingFromAFileThatIsNotThere() {
    assertEquals(List.of(), new JsonLines(file()).read(Value.class));
  }

  @Test
  void readsWhatWasAppended() {
    JsonLines lines = new JsonLines(file());
    lines.append(new Value(1));
    lines.append(new Value(2));
    assertEquals(List.of(new Value(1), new Value(2)), new JsonLines(file()).read(Value.class));
  }

  @Test
  void overlooksATornLastLine() throws Exception {
    JsonLines lines = new JsonLines(file());
    lines.append(new Value(1));
    Files.writeString(file(), "{\"num", StandardOpenOption.APPEND);
    assertEquals(List.of(new Value(1)), lines.read(Value.class));
  }

  @Test
  void goesOnAfterATornLine() throws Exception {
    JsonLines lines = new JsonLines(file());
    lines.append(new Value(1));
    Files.writeString(file(), "{\"num", StandardOpenOption.APPEND);
    lines.append(new Value(3));
    assertEquals(List.of(new Value(1), new Value(3)), lines.read(Value.class));
  }

  @Test
  void namesALineInTheMiddleThatIsNotUnderstood() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"number\":1}\nnonsense\n{\"number\":3}\n");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> new JsonLines(file()).read(Value.class));
    assertTrue(problem.getMessage().contains("lines.jsonl, line 2"), problem.getMessage());
  }
}
