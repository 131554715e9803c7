package eifexplorer.dataset.demo;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The demo data set on disk: {@code images/<split>/<NN>.<Species_Name>/<Species_Name>_0001.png} by given label, and {@code
 * labels.csv} with the columns {@code path,label,split,true_label}.
 *
 * <p>Pictures are painted when they are first looked at, so that the demo opens at once, or all together. Each file
 * appears whole or not at all. Safe for use from any thread.
 */
public final class DemoFolder {
  /** File under the root that lists all pictures. */
  static final String MANIFEST = "labels.csv";

  private final Path root;
  private final DemoImages images;
  private final Map<Path, DemoEntry> byFile;

  /** This set in a folder, which is made by {@link #list}. */
  public DemoFolder(Path root, DemoImages images) {
    this.root = root.toAbsolutePath().normalize();
    this.images = images;
    this.byFile =
        images.entries().stream()
            .collect(
                Collectors.toMap(entry -> this.root.resolve(entry.path()), Function.identity()));
  }

  /** The folder, absolute. */
  public Path root() {
    return root;
  }

  /** Writes the list of pictures if it is not there. Throws {@link ProblemException} if it can't be written. */
  public void list() {
    Path manifest = root.resolve(MANIFEST);
    if (Files.exists(manifest)) {
      return;
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader("path", "label", "split", "true_label")
            .setRecordSeparator('\n')
            .get();
    AtomicFiles.write(
        manifest,
        out -> {
          CSVPrinter csv =
              new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
          for (DemoEntry entry : images.entries()) {
            csv.printRecord(entry.path(), entry.label(), entry.split(), entry.trueLabel());
          }
          csv.flush();
        });
  }

  /** Paints a picture of this set if it is not there; any other file is left alone. */
  public void ensure(Path file) {
    DemoEntry entry = byFile.get(file.toAbsolutePath().normalize());
    if (entry == null || Files.exists(file)) {
      return;
    }
    try {
      save(png(images.paint(entry)), file);
    } catch (IOException e) {
      throw new ProblemException(
          "A picture of the demo can't be written",
          file.toString(),
          "Check the free space and permissions.",
          e);
    }
  }

  /**
   * Paints all pictures that are not there.
   *
   * @param parallel whether to use all threads, or one, to leave the others to what is going on beside it
   * @throws eifexplorer.job.JobCancelledException when cancelled; what is painted stays
   */
  public void ensureAll(boolean parallel, JobContext context) {
    List<Path> missing =
        images.entries().stream()
            .map(entry -> root.resolve(entry.path()))
            .filter(file -> !Files.exists(file))
            .toList();
    AtomicInteger done = new AtomicInteger();
    IntConsumer draw =
        i -> {
          context.checkCancelled();
          ensure(missing.get(i));
          context.progress(done.incrementAndGet(), missing.size(), "birds drawn");
        };
    if (parallel) {
      ComputePool.shared().forEach(missing.size(), draw);
    } else {
      IntStream.range(0, missing.size()).forEach(draw);
    }
  }

  /** Moved into place, but not forced to disk: a picture that is lost is painted again. */
  private static void save(byte[] bytes, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = AtomicFiles.temporaryFor(file.toAbsolutePath());
    try {
      Files.write(temporary, bytes);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
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
}
