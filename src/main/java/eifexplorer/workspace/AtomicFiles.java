package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files that appear whole or not at all: temporary file, force to disk, rename. */
public final class AtomicFiles {
  private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);

  private AtomicFiles() {}

  /** Something that writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /** Writes to a buffered stream, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes or replaces a file, making its folder if need be.
   *
   * @throws ProblemException if it can't be written; an old file is then untouched and no half of the new one is left
   */
  public static void write(Path file, Content content) {
    write(file, content, AtomicFiles::move);
  }

  /**
   * Writes a file that nobody has written yet; whoever is first of several has written it, on one machine or on many.
   *
   * @return false if there is a file of this name, which is left as it is
   * @throws ProblemException if it can't be written; no half of it is left
   */
  public static boolean writeOnce(Path file, Content content) {
    boolean[] first = new boolean[1];
    write(file, content, (from, to) -> first[0] = nameOnce(from, to));
    return first[0];
  }

  private static boolean nameOnce(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
      Files.delete(from);
      return true;
    } catch (FileAlreadyExistsException e) {
      LOG.debug("{} was written by another", to, e);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Where there are no links, a look and a rename are as near to one step as it gets.
      if (Files.notExists(to)) {
        move(from, to);
        return true;
      }
    }
    Files.deleteIfExists(from);
    return false;
  }

  /** Gives a complete file its name. */
  private interface Naming {
    void give(Path from, Path to) throws IOException;
  }

  private static void write(Path file, Content content, Naming naming) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw ProblemException.inFile(
          file,
          "This is a folder, a pipe or a device, which no file replaces",
          "Choose another name.");
    }
    @Nullable Path temporary = null;
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      temporary = temporaryFor(folder.resolve(file.getFileName()));
      try (FileChannel channel =
              FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        AbandonedWrites.claim(channel);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      naming.give(temporary, file);
      temporary = null;
    } catch (IOException e) {
      throw new ProblemException(
          "The file can't be written",
          file.toString(),
          "Check the free space and the folder's permissions.",
          e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** A new name beside a file for what it will hold; what a killed program leaves there is found by that name. */
  public static Path temporaryFor(Path file) {
    return file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID() + ".tmp");
  }

  /**
   * Whether a folder holds nothing, or only what a killed program left unfinished.
   *
   * @throws ProblemException if it can't be read
   */
  public static boolean isEmpty(Path folder) {
    return Workspace.children(folder).stream().allMatch(AbandonedWrites::isNamedSo);
  }

  /** Writes or replaces a text file in UTF-8. */
  public static void writeText(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(@Nullable Path temporary) {
    if (temporary == null) {
      return;
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The first failure is the one worth telling; a left-over temporary file is swept later.
      temporary.toFile().deleteOnExit();
    }
  }
}
