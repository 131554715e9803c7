package eifexplorer.dataset.demo;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The demo data set: pictures of the {@link FieldGuide}'s species with labels, some of them wrong.
 *
 * <p>On disk it is {@code images/<split>/<NN>.<Species_Name>/<Species_Name>_0001.png} by given label, and
 * {@code labels.csv} with the columns {@code path,label,split,true_label}.
 */
public final class DemoImages {
  /** File under the root that lists all pictures. */
  public static final String MANIFEST = "labels.csv";

  private final long seed;
  private final Difficulty difficulty;
  private final List<Species> species;
  private final List<DemoEntry> entries;
  private final BirdPainter painter = new BirdPainter();

  /** The set for a seed; the demo uses 0. */
  public DemoImages(long seed) {
    this(seed, Difficulty.STAGE);
  }

  /** The set for a seed, harder or easier than the demo's. */
  public DemoImages(long seed, Difficulty difficulty) {
    this(seed, difficulty, DemoPlan.entries(seed));
  }

  /** A part of a set. */
  DemoImages(long seed, Difficulty difficulty, List<DemoEntry> entries) {
    this.seed = seed;
    this.difficulty = difficulty;
    this.species =
        FieldGuide.species().stream().map(s -> s.withContrast(difficulty.contrast())).toList();
    this.entries = List.copyOf(entries);
  }

  /** What the set for a seed holds, ordered by path, without painting anything. */
  public static List<DemoEntry> entries(long seed) {
    return DemoPlan.entries(seed);
  }

  /** What this set holds, ordered by path. */
  public List<DemoEntry> entries() {
    return entries;
  }

  /** Paints one picture; the same seed and entry give the same pixels. */
  public BufferedImage paint(DemoEntry entry) {
    int which = FieldGuide.species().indexOf(entry.species());
    SplittableRandom random =
        new SplittableRandom(seed * 0x9e3779b97f4a7c15L + which * 1000L + entry.index());
    BirdScene scene = BirdScene.sample(random, difficulty);
    return painter.paint(species.get(which), scene);
  }

  /**
   * Paints the whole set into a folder that does not exist yet or is empty. The folder appears when all is done: a
   * failed or cancelled run leaves nothing behind.
   *
   * @param root the set's folder
   * @param progress told how many pictures are done, from several threads and not always in order
   * @param cancelled asked before each picture
   * @throws FileAlreadyExistsException if there is something at {@code root}
   * @throws IOException if a file cannot be written
   * @throws CancellationException if {@code cancelled} said so
   */
  public void write(Path root, IntConsumer progress, BooleanSupplier cancelled) throws IOException {
    Path target = root.toAbsolutePath();
    requireVacant(target);
    Files.createDirectories(target.getParent());
    Path draft = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
    try {
      paintAll(draft, progress, cancelled);
      writeManifest(draft);
      Files.deleteIfExists(target);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(draft);
    }
  }

  private static void requireVacant(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      try (Stream<Path> content = Files.list(root)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(root)) {
      throw new FileAlreadyExistsException(root.toString());
    }
  }

  private void paintAll(Path draft, IntConsumer progress, BooleanSupplier cancelled)
      throws IOException {
    for (DemoEntry entry : entries) {
      Files.createDirectories(draft.resolve(entry.path()).getParent());
    }
    AtomicInteger done = new AtomicInteger();
    AtomicReference<Throwable> trouble = new AtomicReference<>();
    // Trouble is kept, not thrown, until every thread has stopped writing: the draft can then be
    // deleted.
    entries.parallelStream()
        .filter(entry -> trouble.get() == null)
        .forEach(
            entry -> {
              try {
                paintOne(draft, entry, cancelled);
                progress.accept(done.incrementAndGet());
              } catch (IOException | RuntimeException | Error e) {
                trouble.compareAndSet(null, e);
              }
            });
    rethrow(trouble.get());
  }

  private void paintOne(Path draft, DemoEntry entry, BooleanSupplier cancelled) throws IOException {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("painting the demo set was cancelled");
    }
    Files.write(draft.resolve(entry.path()), png(paint(entry)));
  }

  private static void rethrow(Throwable trouble) throws IOException {
    if (trouble instanceof IOException io) {
      throw io;
    }
    if (trouble instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (trouble instanceof Error error) {
      throw error;
    }
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    // Grain hardly compresses: a faster setting makes the files no larger.
    param.setCompressionQuality(.8f);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private void writeManifest(Path draft) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader("path", "label", "split", "true_label")
            .setRecordSeparator('\n')
            .get();
    try (BufferedWriter writer =
            Files.newBufferedWriter(draft.resolve(MANIFEST), StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, format)) {
      for (DemoEntry entry : entries) {
        csv.printRecord(entry.path(), entry.label(), entry.split(), entry.trueLabel());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> content = Files.walk(folder)) {
        content.sorted(Comparator.reverseOrder()).forEach(DemoImages::deleteOne);
      }
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
