package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import eifexplorer.engine.DeviceMemoryException;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.problem.ProblemException;

/** What a batch of images [n,3,h,w] must be. */
final class ImageBatch {
  static final int CHANNELS = 3;

  private ImageBatch() {}

  /** Throws {@link IllegalArgumentException} if {@code images} is too short for its sizes. */
  static void check(float[] images, int n, int height, int width) {
    long needed = (long) n * CHANNELS * height * width;
    if (n < 0 || height < 1 || width < 1 || images.length < needed) {
      throw new IllegalArgumentException(
          images.length + " values are no " + n + " images of " + width + "×" + height);
    }
  }

  /** A feature map [n,C,h,w], copied from the device. */
  static FeatureMaps maps(NDArray map) {
    return new FeatureMaps(
        map.toFloatArray(),
        (int) map.size(0),
        (int) map.size(1),
        (int) map.size(2),
        (int) map.size(3));
  }

  /** What to say when the network fails on a batch. */
  static ProblemException refused(int n, int height, int width, Throwable cause) {
    if (DeviceTrouble.isShortOfMemory(cause)) {
      return new DeviceMemoryException(n, height, width, "Use smaller batches or images.", cause);
    }
    if (DeviceTrouble.isLost(cause)) {
      return DeviceTrouble.lost("The device", cause);
    }
    return new ProblemException(
        "The network can't take " + n + " images of " + width + "×" + height + " pixels",
        "",
        "Use images as large as it was trained with, or smaller batches if memory is short.",
        cause);
  }
}
