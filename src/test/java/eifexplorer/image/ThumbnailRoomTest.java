package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailRoomTest {
  @TempDir Path folder;

  private void keep(String name, int bytes, long made) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.fromMillis(made));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theOldestGoUntilTheRestFitsAndOtherFilesStay() throws IOException {
    keep("aa/bb/new.jpg", 40, 3000);
    keep("aa/cc/old.jpg", 40, 1000);
    keep("dd/bb/middle.jpg", 40, 2000);
    keep("dd/notes.txt", 400, 500);

    long freed = ThumbnailRoom.trim(folder, 80, () -> false);

    assertEquals(40, freed);
    assertEquals(List.of("middle.jpg", "new.jpg", "notes.txt"), left());
  }

  @Test
  void aFolderThatIsNotThereTakesNoRoom() {
    assertEquals(0, ThumbnailRoom.trim(folder.resolve("none"), 0, () -> false));
  }
}
