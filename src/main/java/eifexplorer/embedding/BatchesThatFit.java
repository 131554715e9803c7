package eifexplorer.embedding;

import eifexplorer.engine.Backbone;
import eifexplorer.engine.DeviceMemoryException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Features of batches of any size, and perhaps the averages of the stages: where the device's memory is too small for one, of its halves. Used by one thread. */
final class BatchesThatFit {
  private final Backbone backbone;
  private final int size;
  private final Consumer<String> log;
  private int most = Integer.MAX_VALUE;

  /**
   * What is found out of the memory is said to {@code log}.
   *
   * @param size F, or F+D for the averages of the stages as well
   */
  BatchesThatFit(Backbone backbone, int size, Consumer<String> log) {
    this.backbone = backbone;
    this.size = size;
    this.log = log;
  }

  /**
   * Features [n,F] or [n,F+D] of images [n,3,height,width].
   *
   * @throws DeviceMemoryException if not even one image fits
   */
  float[] features(float[] images, int n, int height, int width) {
    if (n > most) {
      return ofParts(images, n, height, width);
    }
    try {
      return size == backbone.featureSize()
          ? backbone.features(images, n, height, width)
          : backbone.featuresAndStages(images, n, height, width);
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
    int pixels = 3 * height * width;
    float[] features = new float[n * size];
    for (int from = 0; from < n; ) {
      int count = Math.min(most, n - from);
      float[] part = Arrays.copyOfRange(images, from * pixels, (from + count) * pixels);
      float[] of = features(part, count, height, width);
      System.arraycopy(of, 0, features, from * size, of.length);
      from += count;
    }
    return features;
  }
}
