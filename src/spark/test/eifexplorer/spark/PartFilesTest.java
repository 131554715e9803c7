package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.array.Npz;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.FolderTrees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFilesTest {
  @TempDir Path folder;

  private Path result;
  private PartFiles files;

  @BeforeEach
  void make() {
    result = folder.resolve("results").resolve("0123456789abcdef");
    files = PartFiles.in(result);
  }

  private static AtomicFiles.Content holding(long value) {
    return out -> {
      Npz.Writer writer = new Npz.Writer(out);
      writer.put("value", new long[] {value}, 1);
      writer.finish();
    };
  }

  private static long value(Npz npz) {
    return npz.array("value").longs()[0];
  }

  private void write(long value) {
    files.write("survey", 0, 0, 10, PartFilesTest::value, holding(value));
  }

  private Optional<Long> found() {
    return files.find("survey", 0, 0, 10, PartFilesTest::value);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(result.resolve("parts"))) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void ofTwoAttemptsTheFirstStays() throws Exception {
    write(1);
    write(2);

    assertEquals(Optional.of(1L), found());
    assertEquals(List.of("survey-00000-0-10.npz"), names());
  }

  @Test
  void aTornPartIsNoneAndIsWrittenAgain() throws Exception {
    write(1);
    Path file = result.resolve("parts").resolve("survey-00000-0-10.npz");
    try (FileChannel torn = FileChannel.open(file, StandardOpenOption.WRITE)) {
      torn.truncate(torn.size() / 2);
    }

    assertEquals(Optional.empty(), found());
    write(2);
    assertEquals(Optional.of(2L), found());
  }

  @Test
  void anExecutorThatDoesNotSeeTheWorkspaceSaysSo() {
    FolderTrees.delete(result.getParent());

    ProblemException problem = assertThrows(ProblemException.class, () -> write(1));

    assertEquals(
        "Put it into a file system that all machines see under the same path.", problem.remedy());
    assertEquals(result.getParent().toString(), problem.where());
  }

  @Test
  void aSecondDriverThatIsDoneAndDeletesThePartsStopsNobody() {
    FolderTrees.delete(result);

    write(1);

    assertEquals(Optional.of(1L), found());
  }

  @Test
  void aFullDiskIsASentenceAndLeavesNoHalfPart() throws Exception {
    write(1);

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                files.write(
                    "survey",
                    0,
                    10,
                    20,
                    PartFilesTest::value,
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    }));

    assertEquals("Check the free space and the folder's permissions.", problem.remedy());
    assertEquals(
        List.of("survey-00000-0-10.npz"), names());
    assertEquals(Optional.of(1L), found());
  }
}
