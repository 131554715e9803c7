package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small upright pictures, kept as JPEG files in a folder so that each is made once.
 *
 * <p>A thumbnail's name is the SHA-256 of the picture's absolute path, length, time of change, the side and the part asked
 * for, so a changed picture gets a new one. For any number of threads and programs at once: files appear whole or not at all.
 */
public final class Thumbnails {
  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
  private static final float QUALITY = 0.9f;

  private final Path folder;
  private final AtomicBoolean told = new AtomicBoolean();

  /** Keeps thumbnails below {@code folder}, which is made when first needed. */
  public Thumbnails(Path folder) {
    this.folder = folder;
  }

  /**
   * The picture, upright, its longer side {@code side} pixels at most.
   *
   * @throws ProblemException if the picture can't be read, or {@code side} is below 1
   */
  public RgbImage get(Path file, int side) {
    return get(file, side, keptAs(file, side), () -> ImageDecoder.decodeReduced(file, side));
  }

  /**
   * A part of a picture that is stored upright, its longer side {@code side} pixels at most.
   *
   * @throws ProblemException if the picture can't be read, or {@code side} is below 1
   */
  public RgbImage get(Path file, PixelRectangle region, int side) {
    Path kept = keptAs(file, side, region.toString());
    return get(file, side, kept, () -> ImageDecoder.decodeRegion(file, region, side));
  }

  private RgbImage get(Path file, int side, Path kept, Supplier<RgbImage> decoding) {
    return read(kept, side).orElseGet(() -> make(decoding, kept));
  }

  /** Where the thumbnail of the picture as it is now is kept; {@code part} says which part of it, if not all. */
  Path keptAs(Path file, int side, String... part) {
    BasicFileAttributes attributes =
        EncodedImage.guarded(file, () -> Files.readAttributes(file, BasicFileAttributes.class));
    String key =
        String.join(
                "\n",
                file.toAbsolutePath().normalize().toString(),
                Long.toString(attributes.size()),
                attributes.lastModifiedTime().toInstant().toString(),
                Integer.toString(side),
                String.join("\n", part))
            .strip();
    String name = sha256(key);
    return folder
        .resolve(name.substring(0, 2))
        .resolve(name.substring(2, 4))
        .resolve(name + ".jpg");
  }

  private static Optional<RgbImage> read(Path kept, int side) {
    if (!Files.exists(kept)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ImageDecoder.decode(kept))
          .filter(image -> image.size().longSide() <= side);
    } catch (ProblemException e) {
      LOG.warn("A kept thumbnail is damaged and is made again: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private RgbImage make(Supplier<RgbImage> decoding, Path kept) {
    RgbImage image = decoding.get();
    try {
      write(JpegEncoder.encode(image, QUALITY), kept);
    } catch (IOException e) {
      // A full or read-only disk must not take the pictures from the screen, nor fill the log.
      if (!told.getAndSet(true)) {
        LOG.warn(
            "Thumbnails are made again each time: {} can't be written ({}).", kept, e.toString());
      }
    }
    return image;
  }

  private static void write(byte[] bytes, Path kept) throws IOException {
    Files.createDirectories(kept.getParent());
    Path temporary = AtomicFiles.temporaryFor(kept);
    try {
      Files.write(temporary, bytes);
      move(temporary, kept);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
