package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.PrincipalDirections;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.Random;

/** What the last layer and the proxies start from; the same seed gives the same numbers. */
public final class InitialWeights {
  private static final double PRINCIPAL_SCALE = 1 / Math.sqrt(3);

  private InitialWeights() {}

  /** Weight and bias uniform in ±1/√F, as PyTorch draws a linear layer. */
  public static EmbeddingHead uniformHead(int embeddingSize, int featureSize, long seed) {
    Random random = random(seed, 1);
    double bound = 1 / Math.sqrt(featureSize);
    return new EmbeddingHead(
        uniform(embeddingSize * featureSize, bound, random), uniform(embeddingSize, bound, random));
  }

  /**
   * The principal directions of the features divided by √3, and a bias of 0: that keeps most of what distances between
   * features say, at the length a uniform head would give.
   *
   * @throws eifexplorer.problem.ProblemException if E is larger than F
   */
  public static EmbeddingHead principalHead(
      int embeddingSize, FeatureMatrix features, MatrixMath math, JobContext context) {
    float[] weight = new PrincipalDirections(math).of(features, embeddingSize, context);
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= (float) PRINCIPAL_SCALE;
    }
    return new EmbeddingHead(weight, new float[embeddingSize]);
  }

  /** Proxies as the loss's authors draw them: normal, of deviation 1/8 for ProxyNCA++ and √(2 / (C K)) for all others. */
  public static Proxies proxies(LossSpec loss, int classCount, int embeddingSize, long seed) {
    int count = classCount * loss.centresPerClass();
    double deviation = loss.proxyDeviation(count);
    Random random = random(seed, 2);
    float[] values = new float[count * embeddingSize];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return new Proxies(values, embeddingSize, loss.centresPerClass());
  }

  private static float[] uniform(int n, double bound, Random random) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return values;
  }

  /** One stream of numbers for each purpose, so that they don't depend on each other's length. */
  private static Random random(long seed, int purpose) {
    return new Random(seed * 31 + purpose);
  }
}
