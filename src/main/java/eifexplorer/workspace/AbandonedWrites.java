package eifexplorer.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary files of writes that were killed, which may be as large as a model's weights.
 *
 * <p>A file is one if it is named as {@link AtomicFiles#temporaryFor} names them, nothing was added to it for a while, and
 * nobody holds its lock. The while is for the moment between the last byte and the renaming, and for disks without locks.
 */
final class AbandonedWrites {
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedWrites.class);
  private static final Duration A_WHILE = Duration.ofMinutes(10);
  private static final Pattern NAME =
      Pattern.compile("\\..+-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\.tmp");

  private AbandonedWrites() {}

  /** Says that the file has a writer, until the channel is closed. */
  static void claim(FileChannel channel) {
    try {
      channel.tryLock();
    } catch (IOException e) {
      LOG.debug("There are no locks on this disk", e);
    }
  }

  /** Whether a file, or a folder, is named as one that is being written, or was when its program was killed. */
  static boolean isNamedSo(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** Deletes those in a folder itself; what can't be deleted stays. */
  static void sweepFilesIn(Path folder) {
    Instant before = Instant.now().minus(A_WHILE);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(AbandonedWrites::isNamedSo).toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          deleteUnlessHeld(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("Unfinished files in {} stay: {}", folder, e.toString());
    }
  }

  /** Deletes those in some folders and all that is below them; what can't be read or deleted stays. */
  static void sweep(List<Path> folders) {
    Instant before = Instant.now().minus(A_WHILE);
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        sweep(folder, before);
      }
    }
  }

  private static void sweep(Path folder, Instant before) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isNamedSo(file)
                  && attributes.isRegularFile()
                  && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                deleteUnlessHeld(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LOG.warn("Unfinished files in {} stay: {}", folder, e.toString());
    }
  }

  private static void deleteUnlessHeld(Path file) {
    try {
      if (isHeld(file)) {
        return;
      }
      long bytes = Files.size(file);
      Files.delete(file);
      LOG.info("Deleted {} ({} bytes), which a killed program left unfinished", file, bytes);
    } catch (IOException e) {
      LOG.warn("The unfinished file {} stays: {}", file, e.toString());
    }
  }

  private static boolean isHeld(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }
}
