package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AbandonedWritesTest {
  private static final DatasetReference BIRDS = DatasetReference.clean("folder", "birds", "", "");

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace() {
    workspace = Workspace.create(folder.resolve("ws"), "w", BIRDS);
  }

  private static Path file(Path file, Duration age) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "unfinished");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  /** What a killed write of this file leaves. */
  private static Path left(Path file, Duration age) throws IOException {
    return file(AtomicFiles.temporaryFor(file), age);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(workspace.folder())) {
      return walk.filter(Files::isRegularFile)
          .map(path -> workspace.folder().relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void whatKilledWritesLeftIsDeletedWhereverItIs() throws Exception {
    left(workspace.modelFolder("m").resolve("weights.safetensors"), Duration.ofHours(1));
    left(workspace.runFolder("r").resolve("checkpoints/last.safetensors"), Duration.ofDays(3));
    left(workspace.review().resolve("current.json"), Duration.ofMinutes(11));
    left(workspace.folder().resolve("workspace.json"), Duration.ofDays(1));

    workspace.sweep();

    assertEquals(List.of("workspace.json"), files());
  }

  @Test
  void otherFilesAndYoungOnesStay() throws Exception {
    file(workspace.modelFolder("m").resolve("weights.safetensors"), Duration.ofDays(3));
    file(workspace.modelFolder("m").resolve("mine.tmp"), Duration.ofDays(3));
    file(workspace.modelFolder("m").resolve(".mine-1.tmp"), Duration.ofDays(3));
    Path young = left(workspace.modelFolder("m").resolve("model.json"), Duration.ofMinutes(5));
    List<String> before = files();

    workspace.sweep();

    assertEquals(before, files());
    assertTrue(Files.exists(young));
  }

  /** A writer may be stopped for a long time, as in a laptop that sleeps. */
  @Test
  void aLiveWritersFileStaysHoweverOld() throws Exception {
    Path file = workspace.modelFolder("m").resolve("weights.safetensors");
    AtomicFiles.write(
        file,
        out -> {
          out.write(new byte[1 << 17]);
          Path temporary = temporary(file.getParent());
          Files.setLastModifiedTime(
              temporary, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
          workspace.sweep();
          out.write(1);
        });

    assertEquals((1 << 17) + 1, Files.size(file));
    assertEquals(
        List.of("models/m/weights.safetensors", "workspace.json"),
        files().stream().map(name -> name.replace('\\', '/')).toList());
  }

  private static Path temporary(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".tmp")).findFirst().orElseThrow();
    }
  }

  @Test
  void anAbsentFolderIsNoTrouble() {
    workspace.sweep();
    assertFalse(Files.exists(workspace.models()));
  }

  /** A workspace that may only be read is said so in a line each time, not in a page. */
  @Test
  void whatStaysIsSaidWithoutAStackTrace() {
    Logger logger = (Logger) LoggerFactory.getLogger(AbandonedWrites.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    Path gone = folder.resolve("gone");

    AbandonedWrites.sweepFilesIn(gone);

    logger.detachAppender(log);
    assertEquals(
        List.of(
            "Unfinished files in " + gone + " stay: " + new NoSuchFileException(gone.toString())),
        log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    assertNull(log.list.get(0).getThrowableProxy());
  }

  @Test
  void aFolderWithWhatAKilledWriteLeftCountsAsEmpty() throws Exception {
    Path begun = folder.resolve("begun");
    left(begun.resolve("workspace.json"), Duration.ofSeconds(1));

    assertTrue(AtomicFiles.isEmpty(begun));
    assertTrue(Workspace.exists(Workspace.create(begun, "w", BIRDS).folder()));
    assertFalse(AtomicFiles.isEmpty(begun));
  }
}
