package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the network runs.
 *
 * @param isGpu whether it is a GPU; otherwise the CPU
 * @param index which GPU, from 0; 0 for the CPU
 */
public record ComputeDevice(boolean isGpu, int index) {
  /** The processor itself. */
  public static final ComputeDevice CPU = new ComputeDevice(false, 0);

  private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

  /** Throws {@link IllegalArgumentException} for an index below 0, and for one above 0 without a GPU. */
  public ComputeDevice {
    if (index < 0 || (!isGpu && index != 0)) {
      throw new IllegalArgumentException("No device has index " + index);
    }
  }

  /** A GPU by its number, from 0. */
  public static ComputeDevice gpu(int index) {
    return new ComputeDevice(true, index);
  }

  /**
   * Reads what a person asks for: {@code auto} (empty: the first GPU if there is one, else the CPU), {@code cpu}, {@code
   * gpu} or {@code gpu:1}.
   *
   * @throws ProblemException for anything else
   */
  public static Optional<ComputeDevice> parseRequest(String text) {
    String wanted = text.trim().toLowerCase(Locale.ROOT);
    Matcher gpu = GPU.matcher(wanted);
    if (wanted.equals("auto")) {
      return Optional.empty();
    }
    if (wanted.equals("cpu")) {
      return Optional.of(CPU);
    }
    if (!gpu.matches()) {
      throw ProblemException.badValue("device", text, "auto, cpu, gpu, gpu:0, gpu:1, …");
    }
    return Optional.of(gpu(gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1))));
  }

  /** {@code cpu} or {@code gpu:0}. */
  @Override
  public String toString() {
    return isGpu ? "gpu:" + index : "cpu";
  }
}
