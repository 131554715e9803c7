package eifexplorer.testing;

import eifexplorer.dataset.demo.DemoFolder;
import eifexplorer.dataset.demo.DemoImages;
import eifexplorer.job.JobContext;
import eifexplorer.workspace.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The demo's pictures, painted once and copied to each test that wants them all: painting takes longer than most tests.
 * They are kept below {@code target} under a name that changes with the classes that paint. Safe for use from several
 * programs at once.
 */
public final class DemoPictures {
  private static final Path PREPARED = Path.of("target", "prepared");

  private DemoPictures() {}

  /** Puts all pictures into the demo's data set in a folder. */
  public static synchronized void putInto(Path root) {
    try {
      DemoFolder kept = new DemoFolder(PREPARED.resolve("demo-" + painters()), new DemoImages(0));
      paint(kept);
      Folders.copy(kept.root(), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void paint(DemoFolder pictures) throws IOException {
    Files.createDirectories(PREPARED);
    try (FileChannel channel =
        FileChannel.open(
            PREPARED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      pictures.ensureAll(true, JobContext.unattended());
    }
  }

  /** Identity of all classes of the package that paints. */
  private static Fingerprint painters() throws IOException {
    Path classes = Path.of(URI.create(DemoImages.class.getResource("DemoImages.class").toString()));
    Fingerprint.Builder all = Fingerprint.builder();
    for (Path file : Folders.files(classes.getParent())) {
      try (InputStream in = Files.newInputStream(file)) {
        all.add(file.getFileName().toString(), in);
      }
    }
    return all.build();
  }
}
