package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedClassesTest {
  private static final String NONE = "mixed mode";

  @TempDir Path folder;
  private Path jar;
  private Path java;
  private String classPath;

  @BeforeEach
  void unpack() throws IOException {
    jar = Files.createFile(folder.resolve("app.jar"));
    classPath = jar + File.pathSeparator + "lib.jar";
    Files.createFile(folder.resolve("classes.lst"));
    java = Files.createFile(Files.createDirectories(folder.resolve("bin")).resolve("java"));
    assertTrue(java.toFile().setExecutable(true));
  }

  /** Below the others where there is such a thing. */
  private static List<String> aside() {
    return File.separatorChar == '/' ? List.of("nice", "-n", "19") : List.of();
  }

  private Optional<List<String>> due(String machine) throws IOException {
    return new PreparedClasses(classPath, folder, machine).due();
  }

  @Test
  void anUnpackedProgramsArchiveIsMadeOnce() throws IOException {
    assertEquals(
        Optional.of(
            Stream.concat(
                    aside().stream(),
                    Stream.of(
                        java.toString(),
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + folder.resolve("classes.lst"),
                        "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                        "-cp",
                        classPath))
                .toList()),
        due(NONE));

    Files.createFile(folder.resolve("classes.jsa"));
    assertEquals(Optional.empty(), due(NONE));
  }

  @Test
  void whatWasEndedBeforeTheArchiveWasThereIsBegunAgain() throws IOException {
    assertTrue(due(NONE).isPresent());

    assertTrue(due(NONE).isPresent());
  }

  @Test
  void anotherProgramInItsPlaceWantsAnotherArchive() throws IOException {
    assertTrue(due(NONE).isPresent());
    Files.createFile(folder.resolve("classes.jsa"));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1));

    assertTrue(due(NONE).isPresent());
  }

  @Test
  void anArchiveThatIsUsedIsLeftAlone() throws IOException {
    assertEquals(Optional.empty(), due("mixed mode, sharing"));
  }

  @Test
  void withoutTheListNothingIsMade() throws IOException {
    Files.delete(folder.resolve("classes.lst"));

    assertEquals(Optional.empty(), due(NONE));
  }
}
