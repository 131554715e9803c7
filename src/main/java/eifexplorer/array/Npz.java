package eifexplorer.array;

import eifexplorer.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A {@code .npz} archive opened for reading; arrays are read one at a time, on request. */
public final class Npz implements AutoCloseable {
  private static final String SUFFIX = ".npy";

  private final Path file;
  private final ZipFile zip;

  private Npz(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /** Opens an archive. Throws {@link ProblemException} if it is missing or no zip. */
  public static Npz open(Path file) {
    try {
      return new Npz(file, new ZipFile(file.toFile()));
    } catch (ZipException e) {
      throw new ProblemException(
          "This is no .npz archive", file.toString(), "Save it with numpy.savez.", e);
    } catch (IOException e) {
      throw new ProblemException(
          "The archive can't be read", file.toString(), "Check that it exists.", e);
    }
  }

  /** Names of the arrays, sorted. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    zip.stream()
        .map(ZipEntry::getName)
        .filter(n -> n.endsWith(SUFFIX))
        .forEach(n -> names.add(n.substring(0, n.length() - SUFFIX.length())));
    return names;
  }

  /** One array. Throws {@link ProblemException} if it is missing or broken. */
  public NdArray array(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    "The archive has no array \"" + name + "\"",
                    file.toString(),
                    "It holds: " + names() + "."));
  }

  /** One array, or empty if the archive has none of that name. */
  public Optional<NdArray> find(String name) {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
      return Optional.of(Npy.read(in, file + " (" + name + ")"));
    } catch (IOException e) {
      throw new ProblemException(
          "An array can't be read", file + " (" + name + ")", "Save it again.", e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new ProblemException("The archive can't be closed", file.toString(), "", e);
    }
  }

  /** Writes an archive of stored (uncompressed) arrays, one after the other. */
  public static final class Writer implements AutoCloseable {
    private final ZipOutputStream zip;

    /** Starts an archive on a stream, which is closed with it. */
    public Writer(OutputStream out) {
      zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
      zip.setLevel(0);
    }

    /** Adds a float32 array. */
    public Writer put(String name, float[] values, long... shape) throws IOException {
      begin(name);
      Npy.write(zip, values, shape);
      zip.closeEntry();
      return this;
    }

    /** Adds a float64 array. */
    public Writer put(String name, double[] values, long... shape) throws IOException {
      begin(name);
      Npy.write(zip, values, shape);
      zip.closeEntry();
      return this;
    }

    /** Adds an int64 array. */
    public Writer put(String name, long[] values, long... shape) throws IOException {
      begin(name);
      Npy.write(zip, values, shape);
      zip.closeEntry();
      return this;
    }

    private void begin(String name) throws IOException {
      ZipEntry entry = new ZipEntry(name + SUFFIX);
      entry.setTime(0);
      zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
