package eifexplorer.engine.checkpoint;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads and writes {@code .safetensors}: a JSON header with names, types, shapes and offsets, then the plain values.
 *
 * <p>Format: <a href="https://github.com/huggingface/safetensors">huggingface/safetensors</a>.
 */
public final class Safetensors {
  private static final int CHUNK = 1 << 16;

  private Safetensors() {}

  /**
   * Reads all tensors in the header's order; floating types become float32, whole numbers and booleans int64.
   *
   * @throws ProblemException if the file is missing, cut short, or its offsets do not fit
   */
  public static StateDict read(Path file) {
    return read(file, name -> true);
  }

  /**
   * Reads only the tensors of these names, as far as there are such. The whole header is checked as {@link #read(Path)}
   * checks it; of the values no others are touched.
   *
   * @throws ProblemException as {@link #read(Path)} does
   */
  public static StateDict read(Path file, Set<String> names) {
    return read(file, names::contains);
  }

  private static StateDict read(Path file, Predicate<String> wanted) {
    try (FileChannel channel = FileChannel.open(RegularFile.of(file))) {
      SafetensorsHeader header = SafetensorsHeader.read(channel, file);
      Map<String, WeightTensor> tensors = new LinkedHashMap<>();
      for (SafetensorsHeader.Entry entry : header.entries()) {
        if (wanted.test(entry.name())) {
          ByteBuffer bytes = ByteBuffer.allocate(entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
          readFully(channel, bytes, header.dataStart() + entry.begin());
          tensors.put(entry.name(), entry.kind().decode(bytes.flip(), entry.shape()));
        }
      }
      return StateDict.of(tensors);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The notes written with the tensors, text by name. Throws {@link ProblemException} as {@link #read(Path)} does. */
  public static Map<String, String> readMetadata(Path file) {
    try (FileChannel channel = FileChannel.open(RegularFile.of(file))) {
      return SafetensorsHeader.read(channel, file).metadata();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Writes tensors and notes; the same arguments always give the same bytes. Counters (int64) lie before the floats, so
   * that all are aligned. The stream is not closed.
   */
  public static void write(OutputStream out, StateDict tensors, Map<String, String> metadata)
      throws IOException {
    List<String> order = new ArrayList<>(tensors.names());
    order.sort((a, b) -> Boolean.compare(tensors.get(a).isFloat(), tensors.get(b).isFloat()));
    out.write(SafetensorsHeader.encode(tensors, order, metadata));
    for (String name : order) {
      writeValues(out, tensors.get(name));
    }
  }

  private static void writeValues(OutputStream out, WeightTensor tensor) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    if (tensor.isFloat()) {
      for (FloatBuffer values = tensor.floatView(); values.hasRemaining(); ) {
        chunk.putFloat(values.get());
        writeIfFull(out, chunk);
      }
    } else {
      for (LongBuffer values = tensor.longView(); values.hasRemaining(); ) {
        chunk.putLong(values.get());
        writeIfFull(out, chunk);
      }
    }
    out.write(chunk.array(), 0, chunk.position());
  }

  @SuppressWarnings("ByteBufferBackingArray") // allocated on the heap by this class
  private static void writeIfFull(OutputStream out, ByteBuffer chunk) throws IOException {
    if (!chunk.hasRemaining()) {
      out.write(chunk.array(), 0, chunk.position());
      chunk.clear();
    }
  }

  static void readFully(FileChannel channel, ByteBuffer target, long position) throws IOException {
    while (target.hasRemaining()) {
      int count = channel.read(target, position);
      if (count < 0) {
        throw new IOException("The file ends early");
      }
      position += count;
    }
  }

  private static ProblemException unreadable(Path file, IOException cause) {
    return new ProblemException(
        "The weights can't be read", file.toString(), "Check that the file exists.", cause);
  }
}
