package eifexplorer.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a folder of thumbnails within a limit. What is deleted is made again when it is next looked at. */
public final class ThumbnailRoom {
  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailRoom.class);
  private static final String ENDING = ".jpg";

  /** {@link Thumbnails} spreads them over folders in folders. */
  private static final int DEPTH = 3;

  private ThumbnailRoom() {}

  private record Kept(Path file, long bytes, long made) {}

  /**
   * Deletes the thumbnails that were made first until the rest takes no more than {@code most} bytes. Other files, and what
   * links lead to, are let be; trouble with a file leaves it there.
   *
   * @param stopped asked between files
   * @return how many bytes were freed
   */
  public static long trim(Path folder, long most, BooleanSupplier stopped) {
    List<Kept> kept = kept(folder);
    long bytes = kept.stream().mapToLong(Kept::bytes).sum();
    long freed = 0;
    for (Kept oldest : kept) {
      if (bytes - freed <= most || stopped.getAsBoolean()) {
        break;
      }
      freed += delete(oldest);
    }
    return freed;
  }

  private static long delete(Kept thumbnail) {
    try {
      return Files.deleteIfExists(thumbnail.file()) ? thumbnail.bytes() : 0;
    } catch (IOException e) {
      LOG.info("A thumbnail stays: {}", e.toString());
      return 0;
    }
  }

  /** The oldest first. */
  private static List<Kept> kept(Path folder) {
    List<Kept> kept = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return kept;
    }
    try (Stream<Path> files =
        Files.find(
            folder,
            DEPTH,
            (file, its) -> its.isRegularFile() && file.toString().endsWith(ENDING))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
        kept.add(new Kept(file, its.size(), its.lastModifiedTime().toMillis()));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.info("Thumbnails are let be: {}", e.toString());
    }
    kept.sort(Comparator.comparingLong(Kept::made));
    return kept;
  }
}
