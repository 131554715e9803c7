package eifexplorer.embedding;

import eifexplorer.engine.Backbone;
import eifexplorer.engine.DeviceMemoryException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Features of batches of any size: where the device's memory is too small for one, of its halves. Used by one thread. */
final class BatchesThatFit {
  private final Backbone backbone;
  private final Consumer<String> log;
  private int most = Integer.MAX_VALUE;

  /** What is found out of the memory is said to {@code log}. */
  BatchesThatFit(Backbone backbone, Consumer<String> log) {
    this.backbone = backbone;
    this.log = log;
  }

  /**
   * Features [n,F] of images [n,3,height,width].
   *
   * @throws DeviceMemoryException if not even one image fits
   */
  float[] features(float[] images, int n, int height, int width) {
    if (n > most) {
      return ofParts(images, n, height, width);
    }
    try {
      return backbone.features(images, n, height, width);
    } catch (DeviceMemoryException e) {
      if (n <= 1) {
        throw e;
      }
      most = n / 2;
      log.accept(e.what() + ": they are computed " + most + " at a time.");
      return ofParts(images, n, height, width);
    }
  }

  private float[] ofParts(float[] images, int n, int height, int width) {
    int size = 3 * height * width;
    float[] features = new float[n * backbone.featureSize()];
    for (int from = 0; from < n; ) {
      int count = Math.min(most, n - from);
      float[] part = Arrays.copyOfRange(images, from * size, (from + count) * size);
      float[] of = features(part, count, height, width);
      System.arraycopy(of, 0, features, from * backbone.featureSize(), of.length);
      from += count;
    }
    return features;
  }
}
