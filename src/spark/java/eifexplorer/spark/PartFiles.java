package eifexplorer.spark;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.FolderTrees;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts of a result that is not whole yet, files in the folder {@code parts} of the result: what executors are lost after
 * they wrote is not computed again, in this run or the next.
 *
 * <p>A part is an archive whose entries have checksums. It appears whole or not at all, and of several attempts at one only the
 * first gives its file the name.
 */
final class PartFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PartFiles.class);
  private static final String FOLDER = "parts";

  private final String folder;

  private PartFiles(String folder) {
    this.folder = folder;
  }

  /** Those of a result's folder, which is made if it is not there. */
  static PartFiles in(Path result) {
    Path folder = result.toAbsolutePath().resolve(FOLDER);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ProblemException(
          "The workspace can't be written", folder.toString(), "Check the permissions.", e);
    }
    return new PartFiles(folder.toString());
  }

  /**
   * Throws {@link ProblemException} if this machine does not see where the results lie, as where the file system is not shared. The
   * parts' own folder may be gone: a second driver of the same step deletes it when its result is whole.
   */
  void requireSeen() {
    requireSeen(Path.of(folder).getParent().getParent());
  }

  /** The same of another file or folder of the workspace. */
  static void requireSeen(Path path) {
    if (!Files.exists(path)) {
      throw new ProblemException(
          "The workspace can't be seen from the executor on " + host(),
          path.toString(),
          "Put it into a file system that all machines see under the same path.");
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "another machine";
    }
  }

  private Path file(String kind, int block, int from, int to) {
    return Path.of(folder)
        .resolve(String.format(Locale.ROOT, "%s-%05d-%d-%d.npz", kind, block, from, to));
  }

  /** A part that is there; empty if it is not, or is damaged. */
  <T> Optional<T> find(String kind, int block, int from, int to, Function<Npz, T> read) {
    return KeptArrays.read(file(kind, block, from, to), read);
  }

  /** Writes a part unless another attempt has; one that is there and damaged is replaced. */
  void write(
      String kind,
      int block,
      int from,
      int to,
      Function<Npz, ?> read,
      AtomicFiles.Content content) {
    requireSeen();
    Path file = file(kind, block, from, to);
    if (find(kind, block, from, to, read).isEmpty()) {
      delete(file);
    }
    if (AtomicFiles.writeOnce(file, content)) {
      LOG.info("Wrote part {}", file.getFileName());
    } else {
      LOG.info("Part {} was there", file.getFileName());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ProblemException(
          "A damaged part can't be deleted", file.toString(), "Delete it yourself; the other parts are kept.", e);
    }
  }

  /** Deletes all parts: the result is whole. */
  void delete() {
    try {
      FolderTrees.delete(Path.of(folder));
    } catch (ProblemException e) {
      LOG.warn("{} stays", folder, e);
    }
  }

  /** Deletes the parts of a block. */
  void delete(String kind, int block, RowPart rows) {
    delete(file(kind, block, rows.from(), rows.to()));
  }
}
