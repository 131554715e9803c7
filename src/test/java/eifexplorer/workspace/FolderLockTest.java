package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderLockTest {
  private static final DatasetReference BIRDS = DatasetReference.clean("folder", "birds", "", "");

  @TempDir Path folder;

  private FolderLock take() {
    return FolderLock.take(folder.resolve("run"), "The run is under way", "Wait for it.");
  }

  private boolean isHeld() {
    return FolderLock.isHeld(folder.resolve("run"));
  }

  private Process holder() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.resolve("run").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals("held", said.readLine());
    return process;
  }

  @Test
  void aSecondTakerInThisProgramIsRefusedInWords() {
    assertFalse(isHeld());
    FolderLock lock = take();
    try {
      assertTrue(isHeld());
      ProblemException problem = assertThrows(ProblemException.class, this::take);
      assertEquals("The run is under way", problem.what());
      assertEquals("Wait for it.", problem.remedy());
      assertTrue(isHeld());
    } finally {
      lock.close();
    }
    assertFalse(isHeld());
    take().close();
  }

  @Test
  void anotherProgramIsNoticedAndWhenItIsKilledTheLockIsFreeAtOnce() throws Exception {
    Process process = holder();
    try {
      assertTrue(isHeld());
      assertThrows(ProblemException.class, this::take);
      assertTrue(isHeld());
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertFalse(isHeld());
    take().close();
  }

  /** Where locks belong to a process, closing a second channel lets go of the first lock. */
  @Test
  void lookingAndFailingDoNotLetGoOfTheLock() throws Exception {
    FolderLock lock = take();
    try {
      assertTrue(isHeld());
      assertThrows(ProblemException.class, this::take);
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LockHolder.class.getName(),
                  folder.resolve("run").toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertEquals(1, second.waitFor());
    } finally {
      lock.close();
    }
  }

  /** As by a library: the system knows no owner within a program, Java does. */
  @Test
  void aLockHeldByThisProgramThroughOtherClassesIsRefusedToo() throws Exception {
    Path run = Files.createDirectories(folder.resolve("run"));
    try (FileChannel channel =
            FileChannel.open(
                run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock other = channel.lock()) {
      assertTrue(other.isValid());
      assertTrue(isHeld());
      assertThrows(ProblemException.class, this::take);
    }
    take().close();
  }

  @Test
  void changesOfAWorkspaceAreNotLostToOneAnother() {
    Workspace first = Workspace.create(folder.resolve("ws"), "w", BIRDS);
    Workspace second = Workspace.open(folder.resolve("ws"));

    first.withDatasetAt(new DatasetPlace(folder.resolve("moved")));
    second.withCurrentModel("m1");

    WorkspaceManifest now = Workspace.open(folder.resolve("ws")).manifest();
    assertEquals(
        List.of(folder.resolve("moved").toAbsolutePath().normalize().toString(), "m1"),
        List.of(now.dataset().root(), now.currentModel()));
  }

  @Test
  void whatIsDoneAloneWaitsForOthers() throws Exception {
    Workspace workspace = Workspace.create(folder.resolve("ws"), "w", BIRDS);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(4);
    for (int t = 0; t < 4; t++) {
      new Thread(
              () -> {
                for (int i = 0; i < 20; i++) {
                  workspace.alone(
                      () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        return inside.decrementAndGet();
                      });
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    assertEquals(1, most.get());
  }
}
