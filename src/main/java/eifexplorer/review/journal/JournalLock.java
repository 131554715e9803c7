package eifexplorer.review.journal;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps others from writing in a review folder; the system lets go of it when the program ends, however it ends.
 *
 * <p>The folders this program holds are known to it: where locks belong to a process, opening the file a second time and
 * closing it again would let go of the first lock.
 */
final class JournalLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private JournalLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock of a review folder, which is made if need be.
   *
   * @throws ProblemException if another program, or another window of this one, has it
   */
  static JournalLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      if (!HELD.add(real)) {
        throw inUse(folder);
      }
      try {
        return lock(folder, real);
      } catch (IOException | RuntimeException e) {
        HELD.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The review can't be locked", folder.toString(), "Check the folder's permissions.", e);
    }
  }

  private static JournalLock lock(Path folder, Path real) throws IOException {
    FileChannel channel =
        FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(folder);
      }
      return new JournalLock(real, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static ProblemException inUse(Path folder) {
    return ProblemException.inFile(
        folder,
        "Another program is reviewing this workspace",
        "Close its review, or look at this one without deciding.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new ProblemException("The lock file can't be closed", folder.toString(), "", e);
    } finally {
      HELD.remove(folder);
    }
  }
}
