package eifexplorer.array;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.Reason;
import eifexplorer.problem.RegularFile;
import eifexplorer.problem.WrongFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
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
      return new Npz(file, RegularFile.zip(file));
    } catch (ZipException e) {
      throw wrongFile(file)
          .orElseGet(
              () ->
                  new ProblemException(
                      "This is no .npz archive that can be read (" + Reason.of(e) + ")",
                      file.toString(),
                      "Save it with numpy.savez.",
                      e));
    } catch (IOException e) {
      throw new ProblemException(
          "The archive can't be read", file.toString(), "Check that it exists.", e);
    }
  }

  private static Optional<ProblemException> wrongFile(Path file) {
    try (InputStream in = RegularFile.in(file)) {
      return WrongFile.of(file, in.readNBytes(32));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Names of the arrays, sorted; without what {@linkplain AppleDouble macOS} adds to them. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    zip.stream()
        .map(ZipEntry::getName)
        .filter(n -> n.endsWith(SUFFIX) && !AppleDouble.isName(n))
        .forEach(n -> names.add(n.substring(0, n.length() - SUFFIX.length())));
    return names;
  }

  /** One array. Throws {@link ProblemException} if it is missing or broken. */
  public NdArray array(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /**
   * One array, or empty if the archive has none of that name.
   *
   * @throws ProblemException if it is broken, or needs more than half the memory
   */
  public Optional<NdArray> find(String name) {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = stream(entry)) {
      NdArray array = Npy.read(in, where(name));
      return Optional.of(array);
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  /** Shape and type of an array. Throws {@link ProblemException} if it is missing or broken. */
  public NpyHeader header(String name) {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    if (entry == null) {
      throw missing(name);
    }
    return header(entry, name);
  }

  /** One array, opened to be read bit by bit. Throws {@link ProblemException} if it is missing or broken. */
  public NpyReader reader(String name) {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    if (entry == null) {
      throw missing(name);
    }
    try {
      NpyReader reader = new NpyReader(stream(entry), where(name));
      if (entry.getSize() < reader.header().byteSize()) {
        reader.close();
        throw new ProblemException("The array is cut short", where(name), "Save it again.");
      }
      return reader;
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  /**
   * Checks that arrays fit into memory together, as far as there are such, before any is read.
   *
   * @throws ProblemException if they need more than a quarter of the memory
   */
  public void requireFit(String... wanted) {
    long total = 0;
    for (String name : wanted) {
      ZipEntry entry = zip.getEntry(name + SUFFIX);
      total += entry == null ? 0 : Math.min(header(entry, name).byteSize(), Long.MAX_VALUE / 64);
    }
    long limit = Runtime.getRuntime().maxMemory() / 4;
    if (total > limit) {
      throw new ProblemException(
          "Its arrays hold " + total + " bytes, more than the " + limit + " set aside for them",
          file + " (" + String.join(", ", wanted) + ")",
          "Check that it is the right file, or start the program with more memory (-Xmx).");
    }
  }

  private NpyHeader header(ZipEntry entry, String name) {
    try (InputStream in = stream(entry)) {
      return Npy.readHeader(in, where(name));
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  private InputStream stream(ZipEntry entry) throws IOException {
    return new BufferedInputStream(
        new SummedInput(zip.getInputStream(entry), entry.getSize(), entry.getCrc()), 1 << 16);
  }

  private String where(String name) {
    return file + " (" + name + ")";
  }

  private ProblemException missing(String name) {
    return new ProblemException(
        "The archive has no array \"" + name + "\"",
        file.toString(),
        "It holds: " + String.join(", ", names()) + ".");
  }

  private ProblemException broken(String name, IOException cause) {
    return new ProblemException(
        "An array can't be read (" + Reason.of(cause) + ")",
        where(name),
        "Get the file again, or save it again.",
        cause);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new ProblemException("The archive can't be closed", file.toString(), "", e);
    }
  }

  /** Elements of an array that is not held in memory as a whole. */
  @FunctionalInterface
  public interface Rows {
    /** The next elements, row major; empty at the end. */
    float[] next() throws IOException;
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

    /** Adds an array of strings. */
    public Writer put(String name, List<String> values) throws IOException {
      begin(name);
      Npy.write(zip, values);
      zip.closeEntry();
      return this;
    }

    /** Adds a float32 array whose elements come from {@code rows}, a block at a time. */
    public Writer put(String name, Rows rows, long... shape) throws IOException {
      begin(name);
      zip.write(NpyHeader.encode(NpyHeader.ElementType.FLOAT32, shape));
      for (float[] block = rows.next(); block.length > 0; block = rows.next()) {
        Npy.writeElements(zip, block);
      }
      zip.closeEntry();
      return this;
    }

    private void begin(String name) throws IOException {
      ZipEntry entry = new ZipEntry(name + SUFFIX);
      entry.setTime(0);
      zip.putNextEntry(entry);
    }

    /** Ends the archive without closing the stream. */
    public void finish() throws IOException {
      zip.finish();
      zip.flush();
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
