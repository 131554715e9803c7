package eifexplorer.review.journal;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps others from writing in a review folder; the system lets go of it when the program ends, however it ends. */
final class JournalLock implements AutoCloseable {
  private final FileChannel channel;

  private JournalLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a review folder, which is made if need be.
   *
   * @throws ProblemException if another program, or another window of this one, has it
   */
  static JournalLock take(Path folder) {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new JournalLock(channel);
      }
      channel.close();
      throw inUse(folder);
    } catch (OverlappingFileLockException e) {
      close(channel);
      throw inUse(folder);
    } catch (IOException e) {
      close(channel);
      throw new ProblemException(
          "The review can't be locked", folder.toString(), "Check the folder's permissions.", e);
    }
  }

  private static ProblemException inUse(Path folder) {
    return ProblemException.inFile(
        folder,
        "Another program is reviewing this workspace",
        "Close its review, or look at this one without deciding.");
  }

  private static void close(FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new ProblemException("The lock file can't be closed", "", "", e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
