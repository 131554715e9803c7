package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.testing.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleProgressTest {
  /** Both streams of a terminal in one: what a person sees. */
  private final StringWriter screen = new StringWriter();

  private long nanos;

  private Console console(boolean terminal) {
    PrintWriter writer = new PrintWriter(screen);
    return new Console(writer, writer, terminal, () -> null);
  }

  private ConsoleProgress progress(Console console) {
    return new ConsoleProgress(console, () -> false, () -> nanos);
  }

  private void work(ConsoleProgress progress, long from, long to) {
    for (long done = from; done <= to; done++) {
      nanos += 1_000_000_000L;
      progress.progress(done, 20, "images");
    }
  }

  /** The lines that are left once every return to the beginning of a line has written over what stood there. */
  private static String seen(String written) {
    StringBuilder all = new StringBuilder();
    StringBuilder line = new StringBuilder();
    int at = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\r') {
        at = 0;
      } else if (c == '\n') {
        all.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        at = 0;
      } else {
        line.replace(at, Math.min(at + 1, line.length()), String.valueOf(c));
        at++;
      }
    }
    return all + line.toString().stripTrailing();
  }

  @Test
  void aTerminalHasOneBarAndKeepsNothingOfIt() {
    Console console = console(true);
    ConsoleProgress progress = progress(console);
    work(progress, 0, 10);
    assertTrue(seen(screen.toString()).startsWith("[############------------] 10 of 20 images"));
    work(progress, 11, 20);
    progress.progress(0, 0, "heads");
    console.line("found %d", 3);
    work(progress, 0, 5);
    console.note("2 left out");
    work(progress, 6, 9);
    progress.endBar();
    assertEquals("found 3\n2 left out\n", seen(screen.toString()));
  }

  @Test
  void aLongerLineThanATerminalsIsCut() {
    ConsoleProgress progress = progress(console(true));
    nanos += 1_000_000_000L;
    progress.progress(
        1, 2, "training images of a data set with a name longer than any terminal is");
    assertTrue(screen.toString().length() <= ProgressBar.WIDTH + 1, screen.toString());
  }

  @Test
  void elsewhereThereAreWholeLinesNowAndThen() {
    Console console = console(false);
    ConsoleProgress progress = progress(console);
    work(progress, 1, 20);
    progress.endBar();
    console.line("found %d", 3);
    assertEquals(
        "10 of 20 images, 1.1/s, 9 s left\n20 of 20 images, 1.1/s, 0 s left\nfound 3\n",
        screen.toString().replace("\r\n", "\n"));
  }

  @Test
  void aFileIsNoTerminal(@TempDir Path folder) throws IOException {
    Path link = Folders.link(folder.resolve("2"), Files.createFile(folder.resolve("log")));
    assertTrue(Console.isKept(link));
    assertFalse(Console.isKept(folder.resolve("missing")), "nobody can tell");
  }
}
