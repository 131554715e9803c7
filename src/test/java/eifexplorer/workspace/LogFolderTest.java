package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenLastIsRead() throws IOException {
    log("eif-explorer.2026-01-09.0.log", "old\n", 1);
    log("eif-explorer.2026-01-10.9.log", "before\n", 2);
    log("eif-explorer.2026-01-10.10.log", "one\ntwo\nthree\n", 3);
    Files.writeString(folder.resolve("notes.txt"), "no log");

    assertEquals(List.of("two", "three"), new LogFolder(folder).lastLines(2));
  }

  private void log(String name, String text, int second) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * second));
  }

  @Test
  void oldLogsOfThisProgramAreRemovedWhateverTheirNames() throws IOException {
    log("eif-explorer.2026-01-09.log", "as an earlier version called it", 1);
    log("eif-explorer.2026-01-09.3.log", "as it is called now", 1);
    log("eif-explorer.mine.log", "a copy somebody keeps", 1);
    Files.writeString(folder.resolve("eif-explorer.2026-01-10.log"), "written to today");

    new LogFolder(folder).removeOlderThan(7);

    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("eif-explorer.2026-01-10.log", "eif-explorer.mine.log"),
          left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void ofALongLogTheEndIsRead() throws IOException {
    Files.writeString(
        folder.resolve("x.log"), "é line that is not the last\n".repeat(5000) + "last\n");

    assertEquals(List.of("last"), new LogFolder(folder).lastLines(1));
  }

  @Test
  void noLogIsNoLine() {
    assertEquals(List.of(), new LogFolder(folder.resolve("none")).lastLines(5));
  }
}
