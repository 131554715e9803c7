package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Finds out whether a result can be written, before minutes are spent on it. */
public final class WritablePlaces {
  /** What a full disk has no room for. */
  private static final int TRIAL_BYTES = 1 << 16;

  private WritablePlaces() {}

  /**
   * Makes sure that files can be made in a folder by making one; nothing is left of it.
   *
   * @param folder that need not be there yet: then the one it would be made in is tried
   * @throws ProblemException if the disk is read-only or full, the folder not this user's, or a file where it should be
   */
  public static void require(Path folder) {
    Path there = nearest(folder.toAbsolutePath().normalize());
    Path trial = AtomicFiles.temporaryFor(there.resolve("trial"));
    try {
      Files.write(trial, new byte[TRIAL_BYTES], StandardOpenOption.CREATE_NEW);
      Files.delete(trial);
    } catch (IOException e) {
      delete(trial);
      throw new ProblemException(
          Files.isDirectory(there)
              ? "Nothing can be written into the folder"
              : "A file is where a folder should be",
          there.toString(),
          "Check the free space and the folder's permissions, or choose another place.",
          e);
    }
  }

  private static Path nearest(Path folder) {
    @Nullable Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null ? folder : there;
  }

  private static void delete(Path trial) {
    try {
      Files.deleteIfExists(trial);
    } catch (IOException e) {
      // The first failure is the one worth telling; what is left is swept later by its name.
      trial.toFile().deleteOnExit();
    }
  }
}
