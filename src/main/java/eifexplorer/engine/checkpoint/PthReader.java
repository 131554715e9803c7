package eifexplorer.engine.checkpoint;

import eifexplorer.engine.checkpoint.StoredTensor.Storage;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads what {@code torch.save} wrote: tensors, parameters and dictionaries of them, in the zip format (PyTorch 1.6 and
 * later) or the one before it. Runs nothing that is in the file and takes no more memory than a small multiple of its
 * size.
 */
public final class PthReader {
  private static final int MAX_PICKLE = 1 << 26;
  private static final byte[] LEGACY_MAGIC = {
    (byte) 0x80,
    2,
    (byte) 0x8a,
    10,
    0x6c,
    (byte) 0xfc,
    (byte) 0x9c,
    0x46,
    (byte) 0xf9,
    0x20,
    0x6a,
    (byte) 0xa8,
    0x50,
    0x19,
    '.'
  };

  private final Path file;
  private final long fileBytes;
  private final EntrySums sums = new EntrySums();

  private PthReader(Path file, long fileBytes) {
    this.file = file;
    this.fileBytes = fileBytes;
  }

  /**
   * Reads a file's tensors. Floating types become float32, whole numbers and booleans int64. Nested dictionaries, lists
   * and tuples are flattened, their names and positions joined by dots; a tensor saved alone is named {@link
   * StateDict#BARE}; all else in the file is left out, such as optimisers, numpy's numbers and objects of other classes, of
   * which nothing is run.
   *
   * @throws ProblemException if the file is missing, cut short, damaged, holds no tensors, or names what would run commands
   */
  public static StateDict read(Path file) {
    return readAll(file).tensors();
  }

  /** Reads a file's tensors as {@link #read} does, and its lists of texts or of numbers. */
  public static SavedArrays readAll(Path file) {
    try (InputStream in = new BufferedInputStream(RegularFile.in(file), 1 << 16)) {
      PthReader reader = new PthReader(file, Files.size(file));
      in.mark(LEGACY_MAGIC.length);
      byte[] start = in.readNBytes(LEGACY_MAGIC.length);
      in.reset();
      if (isZip(start)) {
        return reader.readZip();
      }
      if (isLegacy(start)) {
        return reader.readLegacy(new CountedInput(in, reader.fileBytes));
      }
      throw new BrokenPickleException("it is not written by torch.save");
    } catch (BrokenPickleException e) {
      throw refused(file, e);
    } catch (ArithmeticException e) {
      throw refused(file, new BrokenPickleException(String.valueOf(e.getMessage())));
    } catch (EOFException | ZipException e) {
      throw new ProblemException(
          "The file of weights is cut short", file.toString(), "Copy or download it again.", e);
    } catch (IOException e) {
      throw new ProblemException(
          "The weights can't be read", file.toString(), "Check that the file exists.", e);
    }
  }

  private static ProblemException refused(Path file, BrokenPickleException e) {
    return new ProblemException(
        "The weights can't be opened, because " + e.getMessage(), file.toString(), e.remedy(), e);
  }

  /** Whether a file that begins so is a zip archive. */
  static boolean isZip(byte[] start) {
    return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
  }

  /** Whether a file that begins so is in the format before PyTorch 1.6. */
  static boolean isLegacy(byte[] start) {
    return start.length >= LEGACY_MAGIC.length
        && Arrays.equals(start, 0, LEGACY_MAGIC.length, LEGACY_MAGIC, 0, LEGACY_MAGIC.length);
  }

  private SavedArrays readZip() throws IOException {
    try (ZipFile zip = RegularFile.zip(file)) {
      String folder = folderOf(zip);
      if (zip.getEntry(folder + "constants.pkl") != null) {
        throw new BrokenPickleException(
            "it is a TorchScript program, not weights alone",
            "Open it as one with --backbone torchscript, or save the weights alone in Python:"
                + " torch.save(model.state_dict(), file).");
      }
      ZipEntry order = zip.getEntry(folder + "byteorder");
      if (order != null
          && new String(entryBytes(zip, order, 16), StandardCharsets.US_ASCII).startsWith("big")) {
        throw new BrokenPickleException("it was written on a big-endian machine");
      }
      byte[] pickle = entryBytes(zip, zip.getEntry(folder + "data.pkl"), MAX_PICKLE);
      InputStream in = new ByteArrayInputStream(pickle);
      Object root = new TensorUnpickler(new CountedInput(in, pickle.length)).next();
      PickledTensors tensors = new PickledTensors(root, fileBytes);
      long total = 0;
      for (Storage storage : tensors.storages()) {
        total = Math.addExact(total, storage.bytes());
        requireFits(total);
        ZipEntry entry = zip.getEntry(folder + "data/" + storage.key());
        if (entry == null || entry.getSize() != storage.bytes()) {
          throw new BrokenPickleException("storage " + storage.key() + " has not its full length");
        }
        tensors.decode(storage, entryBytes(zip, entry, storage.bytes()));
      }
      sums.require();
      return new SavedArrays(tensors.toStateDict(), tensors.lists());
    }
  }

  /** The archive's own folder, which every entry's name begins with. */
  private static String folderOf(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.equals("data.pkl") || name.endsWith("/data.pkl"))
        .map(name -> name.substring(0, name.length() - "data.pkl".length()))
        .findFirst()
        .orElseThrow(
            () -> new BrokenPickleException("it is a zip archive but not one of torch.save"));
  }

  /** An entry's bytes. PyTorch stores entries as they are, so that a compressed one, which may unfold without end, is refused. */
  private byte[] entryBytes(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new BrokenPickleException(
          "its entry " + entry.getName() + " is compressed, as torch.save never does",
          "Unpack the archive and pack it again without compression (zip -0 -r), or open it in"
              + " Python and save the weights with torch.save.");
    }
    if (entry.getSize() > limit) {
      throw new BrokenPickleException("its entry " + entry.getName() + " is too large");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = new CountedInput(in, entry.getSize()).readFully(entry.getSize());
      sums.add(entry, bytes);
      return bytes;
    }
  }

  /** Three pickles of facts, the pickle itself, the keys of the storages, then each storage with its length before it. */
  private SavedArrays readLegacy(CountedInput in) throws IOException {
    new TensorUnpickler(in).next();
    new TensorUnpickler(in).next();
    Object facts = new TensorUnpickler(in).next();
    if (facts instanceof Map<?, ?> map && Boolean.FALSE.equals(map.get("little_endian"))) {
      throw new BrokenPickleException("it was written on a big-endian machine");
    }
    TensorUnpickler unpickler = new TensorUnpickler(in);
    PickledTensors tensors = new PickledTensors(unpickler.next(), fileBytes);
    if (!(new TensorUnpickler(in).next() instanceof List<?> keys)) {
      throw new BrokenPickleException("it has no list of storages");
    }
    Map<String, Storage> expected = new HashMap<>(unpickler.storages());
    for (Object key : keys) {
      Storage storage = expected.remove(String.valueOf(key));
      long elements = ByteBuffer.wrap(in.readFully(8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (storage == null || storage.elements() != elements) {
        throw new BrokenPickleException("storage " + key + " has not its full length");
      }
      tensors.decode(storage, in.readFully(storage.bytes()));
    }
    if (!expected.isEmpty()) {
      throw new BrokenPickleException(
          expected.size()
              + " storages are missing, such as "
              + expected.keySet().iterator().next());
    }
    return new SavedArrays(tensors.toStateDict(), tensors.lists());
  }

  private void requireFits(long bytes) {
    if (bytes > fileBytes) {
      throw new BrokenPickleException("its storages are longer than the file");
    }
  }
}
