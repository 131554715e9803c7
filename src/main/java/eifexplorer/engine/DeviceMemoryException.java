package eifexplorer.engine;

import eifexplorer.problem.ProblemException;

/** The device's memory is too small for a batch. */
public final class DeviceMemoryException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /** For this many images of this size; {@code remedy} is a sentence. */
  public DeviceMemoryException(int n, int height, int width, String remedy, Throwable cause) {
    super(
        "The memory is too small for batches of " + n + " images of " + width + "×" + height,
        "",
        remedy,
        cause);
  }
}
