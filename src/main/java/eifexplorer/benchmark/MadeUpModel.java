package eifexplorer.benchmark;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureFile;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.FeatureWriter;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gaussian clusters, one a class, and a random head. The same sizes give the same numbers, in memory or in a file.
 *
 * @param train N
 * @param test M
 * @param features F
 * @param embedding E
 * @param classes C
 */
record MadeUpModel(int train, int test, int features, int embedding, int classes) {
  /** Samples drawn together, by a generator of their own. */
  private static final int BLOCK = 256;

  /**
   * The model with its samples.
   *
   * @param folder of these sizes alone: the training features are written to a file there; empty to keep them in memory
   */
  EmbeddingBundle bundle(Optional<Path> folder, JobContext context) {
    float[] centres = gaussian(new Random(0), classes * features, 1);
    FeatureMatrix samples =
        folder
            .map(of -> onDisk(of.resolve("train.npy"), centres, context))
            .orElseGet(() -> inMemory(train, 1, centres));
    Random random = new Random(3);
    return new EmbeddingBundle(
        samples,
        labels(train),
        inMemory(test, 2, centres),
        labels(test),
        new EmbeddingHead(
            gaussian(random, embedding * features, 1 / Math.sqrt(features)), new float[embedding]),
        new Proxies(gaussian(random, classes * embedding, 1), embedding, 1),
        List.of(),
        List.of());
  }

  private int[] labels(int count) {
    return IntStream.range(0, count).map(i -> i % classes).toArray();
  }

  private FeatureMatrix inMemory(int count, int seed, float[] centres) {
    float[] values = new float[Math.multiplyExact(count, features)];
    ComputePool.shared()
        .forEach(
            blocks(count),
            b -> {
              float[] block = block(b, count, seed, centres);
              System.arraycopy(block, 0, values, b * BLOCK * features, block.length);
            });
    return new HeapFeatures(values, count, features);
  }

  /** What is there of an earlier measurement is of the same numbers. */
  private FeatureMatrix onDisk(Path file, float[] centres, JobContext context) {
    if (Files.exists(file)) {
      return FeatureFile.open(file);
    }
    try (FeatureWriter writer = FeatureWriter.open(file, train, features)) {
      int step = 8 * ComputePool.shared().threads();
      for (int from = writer.completedRows() / BLOCK; from < blocks(train); from += step) {
        context.checkCancelled();
        int first = from;
        List<float[]> some =
            ComputePool.shared()
                .map(
                    Math.min(step, blocks(train) - from), i -> block(first + i, train, 1, centres));
        some.forEach(block -> writer.append(block, block.length / features));
      }
      return writer.finish();
    }
  }

  private static int blocks(int count) {
    return (count + BLOCK - 1) / BLOCK;
  }

  private float[] block(int b, int count, int seed, float[] centres) {
    int from = b * BLOCK;
    int rows = Math.min(BLOCK, count - from);
    float[] values = gaussian(new Random(31L * b + seed), rows * features, 1);
    for (int i = 0; i < values.length; i++) {
      int label = (from + i / features) % classes;
      values[i] += centres[label * features + i % features];
    }
    return values;
  }

  private static float[] gaussian(Random random, int n, double deviation) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }
}
