package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A made-up model: 40 training and 10 test samples of 7 features, embeddings of 5, 4 classes. */
final class SmallWorld {
  static final int FEATURES = 7;
  static final int SIZE = 5;
  static final int TRAIN = 40;
  static final int TEST = 10;
  static final int CLASSES = 4;

  final float[] train = floats(TRAIN * FEATURES, 1);
  final float[] test = floats(TEST * FEATURES, 2);
  final float[] weight = floats(SIZE * FEATURES, 3);

  EmbeddingBundle bundle() {
    return new EmbeddingBundle(
        new HeapFeatures(train, TRAIN, FEATURES),
        IntStream.range(0, TRAIN).map(i -> i % CLASSES).toArray(),
        new HeapFeatures(test, TEST, FEATURES),
        IntStream.range(0, TEST).map(i -> i % 2).toArray(),
        new EmbeddingHead(weight, floats(SIZE, 4)),
        new Proxies(floats(CLASSES * SIZE, 5), SIZE, 1),
        List.of(),
        List.of());
  }

  /** Cosines of the test samples with the proxies, [TEST][CLASSES]. */
  double[][] testCosines() {
    return IntStream.range(0, TEST).mapToObj(i -> cosines(test, i)).toArray(double[][]::new);
  }

  /** {@code onehot(y) - softmax} of a training sample [CLASSES], logits {@code scale (cos - margin [own class])}. */
  double[] missingProbabilities(int sample, double scale, double margin) {
    int own = sample % CLASSES;
    double[] powers = cosines(train, sample);
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      powers[c] = Math.exp(scale * (powers[c] - (c == own ? margin : 0)));
      sum += powers[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      powers[c] = (c == own ? 1 : 0) - powers[c] / sum;
    }
    return powers;
  }

  private double[] cosines(float[] features, int sample) {
    float[] bias = floats(SIZE, 4);
    float[] proxies = floats(CLASSES * SIZE, 5);
    double[] cosines = new double[CLASSES];
    double embeddingSquare = 0;
    double[] proxySquares = new double[CLASSES];
    for (int r = 0; r < SIZE; r++) {
      double e = bias[r];
      for (int f = 0; f < FEATURES; f++) {
        e += weight[r * FEATURES + f] * features[sample * FEATURES + f];
      }
      embeddingSquare += e * e;
      for (int c = 0; c < CLASSES; c++) {
        double p = proxies[c * SIZE + r];
        cosines[c] += e * p;
        proxySquares[c] += p * p;
      }
    }
    for (int c = 0; c < CLASSES; c++) {
      cosines[c] /= Math.sqrt(embeddingSquare * proxySquares[c]);
    }
    return cosines;
  }

  private static float[] floats(int n, long seed) {
    Random random = new Random(seed);
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
