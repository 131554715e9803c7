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

  private static float[] floats(int n, long seed) {
    Random random = new Random(seed);
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
