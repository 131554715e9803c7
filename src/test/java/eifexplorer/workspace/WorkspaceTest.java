package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  private static final DatasetReference CUB =
      DatasetReference.clean("cub", "/data/CUB", "1-25", "26-50");

  @TempDir Path folder;

  @Test
  void aTornManifestSaysWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("workspace.json"), "{\"schemaVersion\" : 1,");
    ProblemException problem = assertThrows(ProblemException.class, () -> Workspace.open(folder));
    assertEquals("Correct the file, or restore it from a copy.", problem.remedy());
    assertTrue(problem.where().startsWith(file.toString()), problem.where());
  }

  @Test
  void whatWasCreatedIsOpened() {
    Workspace.create(folder.resolve("ws"), "cub-1-50", CUB).withCurrentModel("m1");

    assertEquals(
        new WorkspaceManifest(WorkspaceManifest.CURRENT_SCHEMA, "cub-1-50", CUB, "m1"),
        Workspace.open(folder.resolve("ws")).manifest());
  }

  @Test
  void creatingTwiceOnTheSameDataOpensIt() {
    Workspace.create(folder.resolve("ws"), "first", CUB);

    assertEquals("first", Workspace.create(folder.resolve("ws"), "second", CUB).manifest().name());
  }

  @Test
  void anotherDataSetIsRefused() {
    Workspace.create(folder.resolve("ws"), "cub", CUB);

    ProblemException e =
        assertThrows(
            ProblemException.class,
            () -> Workspace.create(folder.resolve("ws"), "cub", CUB.withRoot("/elsewhere")));
    assertTrue(e.getMessage().contains("another data set"), e.getMessage());
  }

  @Test
  void aFolderWithOtherFilesIsRefused() throws Exception {
    Files.writeString(folder.resolve("thesis.tex"), "x");

    ProblemException e =
        assertThrows(ProblemException.class, () -> Workspace.create(folder, "cub", CUB));
    assertTrue(e.getMessage().contains("holds other files"), e.getMessage());
  }

  @Test
  void aBrokenManifestIsNamedWithItsLine() throws Exception {
    Files.writeString(folder.resolve("workspace.json"), "{\n  \"name\": oops\n}");

    ProblemException e = assertThrows(ProblemException.class, () -> Workspace.open(folder));
    assertTrue(e.where().endsWith("workspace.json, line 2"), e.where());
  }

  @Test
  void aNewerLayoutIsRefused() {
    Workspace made = Workspace.create(folder.resolve("ws"), "cub", CUB);
    made.save(new WorkspaceManifest(99, "cub", CUB, ""));

    ProblemException e =
        assertThrows(ProblemException.class, () -> Workspace.open(folder.resolve("ws")));
    assertTrue(e.getMessage().contains("newer version"), e.getMessage());
  }

  @Test
  void leftOversOfAKilledWriteAreIgnored() throws Exception {
    Workspace.create(folder.resolve("ws"), "cub", CUB);
    Files.writeString(folder.resolve("ws/.workspace.json123.tmp"), "{ \"schemaVer");

    assertEquals("cub", Workspace.open(folder.resolve("ws")).manifest().name());
  }

  @Test
  void whoAsksForAnIdAtTheSameTimeGetsAnother() throws Exception {
    Workspace workspace =
        Workspace.create(
            folder.resolve("claims"), "w", DatasetReference.clean("folder", "/x", "", ""));
    int askers = 16;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(askers);
    try {
      List<Future<String>> asked =
          IntStream.range(0, askers)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return workspace.claimRun("run_seed0");
                          }))
              .toList();
      start.countDown();
      Set<String> ids = new TreeSet<>();
      for (Future<String> one : asked) {
        ids.add(one.get());
      }
      assertEquals(askers, ids.size());
      assertTrue(ids.contains("run_seed0"));
    } finally {
      pool.shutdownNow();
    }
  }
}
