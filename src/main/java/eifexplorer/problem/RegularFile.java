package eifexplorer.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Opens files that end. A folder, a pipe or a device is refused before it is opened, since reading one may wait or go on
 * for ever; a text that is read as a whole is one that fits into memory.
 */
public final class RegularFile {
  private static final int MIB = 1 << 20;
  private static final long LARGEST_TEXT = 256L * MIB;

  private RegularFile() {}

  /** The same file; one that is not there too, of which opening it says so. Throws {@link ProblemException} for what is no file. */
  public static Path of(Path file) {
    if (Files.isDirectory(file)) {
      throw ProblemException.inFile(
          file, "This is a folder, where a file is needed", "Choose a file.");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw ProblemException.inFile(
          file, "This is a pipe or a device, which may never end", "Write it to a file first.");
    }
    return file;
  }

  /** Its bytes from the first one on. Throws {@link ProblemException} as {@link #of} does. */
  public static InputStream in(Path file) throws IOException {
    return Files.newInputStream(of(file));
  }

  /** Its text from the first letter on. Throws {@link ProblemException} as {@link #of} does. */
  public static BufferedReader reader(Path file, Charset charset) throws IOException {
    return Files.newBufferedReader(of(file), charset);
  }

  /** All its bytes. Throws {@link ProblemException} as {@link #of} does, or if it has more than {@code most}. */
  public static byte[] bytes(Path file, long most) throws IOException {
    return Files.readAllBytes(atMost(file, most));
  }

  /** Its text in UTF-8. Throws {@link ProblemException} as {@link #of} does, or for more than 256 MiB. */
  public static String text(Path file) throws IOException {
    return Files.readString(atMost(file, LARGEST_TEXT));
  }

  /** The lines of its text in UTF-8. Throws {@link ProblemException} as {@link #text} does. */
  public static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(atMost(file, LARGEST_TEXT));
  }

  /**
   * The archive it is.
   *
   * @throws ProblemException as {@link #of} does, or if two of its entries have one name: which of them is meant is told by
   *     each program in its own way
   */
  public static ZipFile zip(Path file) throws IOException {
    ZipFile zip = new ZipFile(of(file).toFile());
    Set<String> names = new HashSet<>();
    Optional<String> twice =
        zip.stream().map(ZipEntry::getName).filter(name -> !names.add(name)).findFirst();
    if (twice.isPresent()) {
      zip.close();
      throw ProblemException.inFile(
          file, "The archive holds " + twice.get() + " twice", "Save it again, each name once.");
    }
    return zip;
  }

  private static Path atMost(Path file, long most) throws IOException {
    if (Files.size(of(file)) > most) {
      throw ProblemException.inFile(
          file,
          "The file is larger than " + most / MIB + " MiB",
          "Check that it is the right file.");
    }
    return file;
  }
}
