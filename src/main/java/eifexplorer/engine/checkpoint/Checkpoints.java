package eifexplorer.engine.checkpoint;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.problem.WrongFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;

/** Opens a file of weights, whichever of the formats it is in. */
public final class Checkpoints {
  private Checkpoints() {}

  /** True if the file is a TorchScript program, as {@code torch.jit.save} writes it. */
  public static boolean isTorchScript(Path file) {
    try (ZipFile zip = RegularFile.zip(file)) {
      return zip.stream().anyMatch(entry -> entry.getName().matches("[^/]+/code/.+\\.py"));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a {@code .pth} or safetensors file; the content decides, not the name.
   *
   * @throws ProblemException if the file is missing, in neither format, or broken
   */
  public static StateDict read(Path file) {
    return readAll(file).tensors();
  }

  /** Reads all arrays of a file as {@link #read} does, with the lists of text and of numbers beside the tensors. */
  public static SavedArrays readAll(Path file) {
    byte[] start;
    try (InputStream in = RegularFile.in(file)) {
      start = in.readNBytes(32);
    } catch (IOException e) {
      throw new ProblemException(
          "The weights can't be read", file.toString(), "Check that the file exists.", e);
    }
    if (PthReader.isZip(start) || PthReader.isLegacy(start)) {
      return PthReader.readAll(file);
    }
    if (start.length > 8 && start[8] == '{') {
      return new SavedArrays(Safetensors.read(file), Map.of());
    }
    throw WrongFile.of(file, start).orElseGet(() -> neither(file));
  }

  private static ProblemException neither(Path file) {
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
      return ProblemException.inFile(
          file,
          "This is an ONNX network, which is not read",
          "Save the same network in Python by torch.jit.trace(model, images).save(file), or its"
              + " state_dict() if it is one of the known networks.");
    }
    return ProblemException.inFile(
        file,
        "This is neither a PyTorch checkpoint nor a safetensors file",
        "Save the weights with torch.save or safetensors.torch.save_file.");
  }
}
