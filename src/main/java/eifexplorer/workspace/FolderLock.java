package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other programs, and the rest of this one, from a folder: a system's lock on the file {@code lock} in it. The system
 * lets go of it when the program ends, however it ends, and knows it on a shared disk too, where the number of a process
 * would say nothing. Not for one thread: whoever has it may close it anywhere.
 *
 * <p>The folders this program holds are known to it: where locks belong to a process, opening the file a second time and
 * closing it again would let go of the first lock. For the same reason one thread at a time opens or closes such a file.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = "lock";

  /** To look whether a lock is held takes it for a moment: so long one who wants it tries again. */
  private static final Duration A_LOOK = Duration.ofMillis(300);

  private static final Duration SHORT_WORK = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 10;

  /** Guards itself, and every opening and closing of a lock's file. */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder, which is made if need be.
   *
   * @param inUse what is wrong if another program, or this one, has it
   * @param remedy what to do then
   * @throws ProblemException if it can't be had
   */
  public static FolderLock take(Path folder, String inUse, String remedy) {
    return take(folder, false, A_LOOK)
        .orElseThrow(() -> ProblemException.inFile(folder, inUse, remedy));
  }

  /**
   * Takes the lock of a folder for work of a moment, waiting for others who do the same.
   *
   * @throws ProblemException if it can't be had within some seconds
   */
  static FolderLock await(Path folder) {
    return take(folder, true, SHORT_WORK)
        .orElseThrow(
            () ->
                ProblemException.inFile(
                    folder, "Another program is changing this folder", "Try again."));
  }

  private static Optional<FolderLock> take(Path folder, boolean evenOwn, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      while (true) {
        Optional<FolderLock> lock = attempt(real);
        boolean hopeless = isOwn(real) && !evenOwn;
        if (lock.isPresent() || hopeless || System.nanoTime() - until >= 0) {
          return lock;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The folder can't be locked",
          folder.toString(),
          "Check its permissions, and that its disk has file locks.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean isOwn(Path real) {
    synchronized (HELD) {
      return HELD.contains(real);
    }
  }

  private static Optional<FolderLock> attempt(Path real) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(real)) {
        return Optional.empty();
      }
      FileChannel channel =
          FileChannel.open(
              RegularFile.of(real.resolve(FILE)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        taken = channel.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        // Held by this program, through other classes than these.
        taken = false;
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      if (!taken) {
        return Optional.empty();
      }
      HELD.add(real);
      return Optional.of(new FolderLock(real, channel));
    }
  }

  /**
   * Whether a program, this one included, holds the lock of a folder now.
   *
   * @throws ProblemException if that can't be found out
   */
  public static boolean isHeld(Path folder) {
    if (!Files.exists(folder.resolve(FILE))) {
      return false;
    }
    try {
      return isHeldNow(folder.toRealPath());
    } catch (IOException e) {
      throw new ProblemException(
          "The folder's lock can't be read", folder.toString(), "Check its permissions.", e);
    }
  }

  private static boolean isHeldNow(Path real) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(real)) {
        return true;
      }
      // Shared, so that two who look don't see each other.
      try (FileChannel channel = FileChannel.open(RegularFile.of(real.resolve(FILE)));
          FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
        return lock == null;
      } catch (OverlappingFileLockException e) {
        return true;
      }
    }
  }

  /** Lets go of it. */
  @Override
  public void close() {
    synchronized (HELD) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new ProblemException("The lock file can't be closed", folder.toString(), "", e);
      } finally {
        HELD.remove(folder);
      }
    }
  }
}
