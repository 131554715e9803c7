package eifexplorer.djl;

import eifexplorer.engine.ComputeDevice;
import eifexplorer.problem.ProblemException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to say when the device fails while matrices are computed with. */
final class DeviceTrouble {
  /** How PyTorch says it, on a processor and on a graphics card. */
  private static final Pattern SHORT_OF_MEMORY =
      Pattern.compile("out of memory|can't allocate memory|not enough memory");

  private static final Pattern LOST = Pattern.compile("CUDA error|CUDA driver|NCCL|cuDNN error");

  private static final Logger LOG = LoggerFactory.getLogger(DeviceTrouble.class);

  private DeviceTrouble() {}

  /** Whether the device's memory was too small. */
  static boolean isShortOfMemory(Throwable cause) {
    return SHORT_OF_MEMORY.matcher(String.valueOf(cause.getMessage())).find();
  }

  /** Whether the device itself failed, or was taken away. */
  static boolean isLost(Throwable cause) {
    return LOST.matcher(String.valueOf(cause.getMessage())).find();
  }

  /** For whoever waits for the result. */
  static ProblemException of(ComputeDevice device, Throwable cause) {
    if (isShortOfMemory(cause)) {
      return new ProblemException(
          "The memory of " + device + " is full",
          "",
          "Close other programs that use it, or compute on the processor: --kernels java.",
          cause);
    }
    return lost("The device " + device, cause);
  }

  /** The device named so can't go on. */
  static ProblemException lost(String device, Throwable cause) {
    LOG.warn("{} can't go on", device, cause);
    return new ProblemException(
        device + " can't go on",
        "",
        "What was saved is kept. Go on with the processor: --device cpu, or --kernels java.",
        cause);
  }
}
