package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
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

  /** A disk that is full after so many bytes. */
  private JsonLines withRoomFor(int bytes) {
    return new JsonLines(
        file(),
        (channel, all) -> {
          channel.write(all.slice(0, Math.min(bytes, all.remaining())));
          throw new IOException("No space left on device");
        });
  }

  @Test
  void aBatchThatFailsHalfWayLeavesTheFileAsItWas() throws Exception {
    new JsonLines(file()).append(new Value(1));
    byte[] before = Files.readAllBytes(file());

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> withRoomFor(20).appendAll(List.of(new Value(2), new Value(3), new Value(4))));

    assertArrayEquals(before, Files.readAllBytes(file()));
    assertTrue(problem.getMessage().contains("free space"), problem.getMessage());
  }

  @Test
  void aBatchAfterATornLineThatFailsHalfWayIsTakenBackToo() throws Exception {
    JsonLines lines = new JsonLines(file());
    lines.append(new Value(1));
    Files.writeString(file(), "{\"num", StandardOpenOption.APPEND);

    assertThrows(
        ProblemException.class,
        () -> withRoomFor(18).appendAll(List.of(new Value(2), new Value(3))));
    lines.append(new Value(4));

    assertEquals(List.of(new Value(1), new Value(4)), lines.read(Value.class));
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
