package eifexplorer.testing;

import eifexplorer.dataset.demo.DemoEntry;
import eifexplorer.dataset.demo.DemoFolder;
import eifexplorer.dataset.demo.DemoImages;
import eifexplorer.job.JobContext;
import eifexplorer.workspace.Fingerprint;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * All of the demo's pictures in a folder. Painting them takes longer than most tests, so a test gets patches of colour, no
 * two alike, in the size of a thumbnail. With {@code -Dpictures}, where somebody will look at them, they are painted: once,
 * and kept below {@code target} under a name that changes with the classes that paint. Safe for use from several programs
 * at once.
 */
public final class DemoPictures {
  private static final boolean PAINTED = System.getProperty("pictures") != null;
  private static final Path PREPARED = Path.of("target", "prepared");
  private static final int PATCHES = 6;

  private DemoPictures() {}

  /** Puts all pictures into the demo's data set in a folder. */
  public static synchronized void putInto(Path root) {
    try {
      if (!PAINTED) {
        patch(root);
        return;
      }
      DemoFolder kept = new DemoFolder(PREPARED.resolve("demo-" + painters()), new DemoImages(0));
      paint(kept);
      Folders.copy(kept.root(), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void patch(Path root) throws IOException {
    for (DemoEntry entry : new DemoImages(0).entries()) {
      Path file = root.resolve(entry.path());
      Files.createDirectories(file.getParent());
      ImageIO.write(patches(new Random(entry.path().hashCode())), "png", file.toFile());
    }
  }

  private static BufferedImage patches(Random random) {
    BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    int side = image.getWidth() / PATCHES;
    for (int i = 0; i < PATCHES * PATCHES; i++) {
      g.setColor(new Color(random.nextInt(1 << 24)));
      g.fillRect(i % PATCHES * side, i / PATCHES * side, side, side);
    }
    g.dispose();
    return image;
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
