package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;

/** What is done to arrays before and after ONNX Runtime, which has no operations of its own to call. */
final class OnnxTensors {
  private static final double EPSILON = 1e-5;

  private OnnxTensors() {}

  /** An answer for n images as maps [n,C,h,w]; features [n,F] are maps of 1×1. */
  static FeatureMaps maps(NDArray answer, int n, boolean channelsLast) {
    Shape shape = answer.getShape();
    int axes = shape.dimension();
    if (answer.getDataType() != DataType.FLOAT32 || (axes != 2 && axes != 4) || shape.get(0) != n) {
      throw new ProblemException(
          "The network gives " + answer.getDataType() + shape + " for " + n + " images",
          "",
          "A feature map [n,C,h,w] or features [n,F] in float32 are needed.");
    }
    float[] values = answer.toFloatArray();
    if (axes == 2) {
      return new FeatureMaps(values, n, (int) shape.get(1), 1, 1);
    }
    int[] sizes = Arrays.stream(shape.getShape()).mapToInt(Math::toIntExact).toArray();
    return channelsLast
        ? new FeatureMaps(
            channelsFirst(values, n, sizes[3], sizes[1] * sizes[2]),
            n,
            sizes[3],
            sizes[1],
            sizes[2])
        : new FeatureMaps(values, n, sizes[1], sizes[2], sizes[3]);
  }

  /** [n,C,pixels] as [n,pixels,C]. */
  static float[] channelsLast(float[] values, int n, int channels, int pixels) {
    return swapped(values, n, channels, pixels);
  }

  private static float[] channelsFirst(float[] values, int n, int channels, int pixels) {
    return swapped(values, n, pixels, channels);
  }

  /** [n,rows,columns] as [n,columns,rows]. */
  private static float[] swapped(float[] values, int n, int rows, int columns) {
    float[] swapped = new float[values.length];
    for (int i = 0; i < n; i++) {
      int from = i * rows * columns;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          swapped[from + column * rows + row] = values[from + row * columns + column];
        }
      }
    }
    return swapped;
  }

  /** The first n maps of several batches. */
  static FeatureMaps joined(FeatureMaps[] parts, int n) {
    FeatureMaps first = parts[0];
    int one = first.channels() * first.places();
    float[] all = new float[n * one];
    int done = 0;
    for (FeatureMaps part : parts) {
      int count = Math.min(n - done, part.count());
      System.arraycopy(part.values(), 0, all, done * one, count * one);
      done += count;
    }
    return new FeatureMaps(all, n, first.channels(), first.rows(), first.columns());
  }

  /** One vector [C] a map. */
  static float[] pooled(FeatureMaps maps, Pooling pooling) {
    int pixels = maps.places();
    if (pixels == 1) {
      return maps.values();
    }
    float[] pooled = new float[maps.count() * maps.channels()];
    for (int i = 0; i < pooled.length; i++) {
      double sum = 0;
      float most = Float.NEGATIVE_INFINITY;
      for (int pixel = i * pixels; pixel < (i + 1) * pixels; pixel++) {
        sum += maps.values()[pixel];
        most = Math.max(most, maps.values()[pixel]);
      }
      pooled[i] = pooling == Pooling.MAX ? most : (float) (sum / pixels);
    }
    return pooled;
  }

  /** LayerNorm of each of n rows without learned scale and shift, if wanted. */
  static float[] normalised(float[] features, int n, boolean layerNorm) {
    if (!layerNorm) {
      return features;
    }
    int size = features.length / n;
    float[] normalised = new float[features.length];
    for (int row = 0; row < n; row++) {
      double sum = 0;
      double squares = 0;
      for (int i = row * size; i < (row + 1) * size; i++) {
        sum += features[i];
      }
      for (int i = row * size; i < (row + 1) * size; i++) {
        squares += Math.pow(features[i] - sum / size, 2);
      }
      double spread = Math.sqrt(squares / size + EPSILON);
      for (int i = row * size; i < (row + 1) * size; i++) {
        normalised[i] = (float) ((features[i] - sum / size) / spread);
      }
    }
    return normalised;
  }
}
