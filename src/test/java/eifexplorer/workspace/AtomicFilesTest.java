package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws Exception {
    Path file = folder.resolve("labels.csv");
    AtomicFiles.writeText(file, "old");

    assertThrows(
        ProblemException.class,
        () ->
            AtomicFiles.write(
                file,
                out -> {
                  out.write('n');
                  throw new IOException("disk full");
                }));

    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), Workspace.children(folder));
  }

  @Test
  void aFolderIsNotReplaced() throws Exception {
    Path below = Files.createDirectories(folder.resolve("taken")).resolve("kept");
    Files.createFile(below);
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AtomicFiles.writeText(below.getParent(), "new"));
    assertEquals(
        "This is a folder, a pipe or a device, which no file replaces: "
            + below.getParent()
            + ". Choose another name.",
        problem.getMessage());
    assertEquals(List.of(below), Workspace.children(below.getParent()));
  }

  @Test
  void whoIsFirstHasWrittenIt() throws Exception {
    Path file = folder.resolve("part");

    assertTrue(AtomicFiles.writeOnce(file, out -> out.write('a')));
    assertFalse(AtomicFiles.writeOnce(file, out -> out.write('b')));

    assertEquals("a", Files.readString(file));
    assertEquals(List.of(file), Workspace.children(folder));
  }
}
