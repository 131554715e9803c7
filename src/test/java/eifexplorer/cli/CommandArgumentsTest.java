package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandArgumentsTest {
  @TempDir Path folder;

  private Path commandLine(String... words) throws IOException {
    return Files.writeString(folder.resolve("cmdline"), String.join("\0", words) + "\0");
  }

  @Test
  void lettersThatWereLostAreFoundAgain() throws IOException {
    Path line = commandLine("java", "-cp", "x", "Launcher", "review", "-m", "Änderung", "");
    assertArrayEquals(
        new String[] {"review", "-m", "Änderung", ""},
        CommandArguments.asTyped(new String[] {"review", "-m", "\uFFFD\uFFFDnderung", ""}, line));
  }

  @Test
  void whatDoesNotFitIsLeftAlone() throws IOException {
    String[] damaged = {"other", "\uFFFD\uFFFDnderung"};
    assertSame(damaged, CommandArguments.asTyped(damaged, commandLine("review", "Änderung")));
    assertSame(damaged, CommandArguments.asTyped(damaged, commandLine("Änderung")));
    assertSame(damaged, CommandArguments.asTyped(damaged, folder.resolve("missing")));
    String[] whole = {"Änderung"};
    assertSame(whole, CommandArguments.asTyped(whole, commandLine("other")));
  }
}
