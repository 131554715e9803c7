package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import eifexplorer.job.ComputePool;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import eifexplorer.math.UnitRows;
import eifexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A loss that depends on embeddings only by their cosines with the proxies: what all losses share.
 *
 * <p>A penalty on the proxies may be added, which every sample and every batch carries once.
 */
abstract class CosineLoss implements MetricLoss {
  /** Samples whose cosines are held at once. */
  private static final int BLOCK = 128;

  private final UnitRows proxies;
  private final PackedMatrix columnsOfProxies;
  private final int embeddingSize;
  private final int proxyCount;
  private final int classCount;

  CosineLoss(Proxies proxies) {
    if (proxies.classCount() < 2) {
      throw ProblemException.badValue("number of classes", proxies.classCount(), "2 or more");
    }
    this.embeddingSize = proxies.embeddingSize();
    this.proxyCount = proxies.count();
    this.classCount = proxies.classCount();
    this.proxies = UnitRows.of(Doubles.of(proxies.values()), embeddingSize);
    this.columnsOfProxies =
        PackedMatrix.of(
            Matrices.transposed(this.proxies.units(), proxyCount), embeddingSize, proxyCount);
  }

  /**
   * The loss of a sample alone, without the penalty.
   *
   * @param cosines with all proxies [C*K], from {@code offset} on
   * @param scratch [C] for intermediate values
   */
  abstract double sampleLoss(double[] cosines, int offset, int label, double[] scratch);

  /**
   * The loss of a batch, without the penalty.
   *
   * @param cosines [n,C*K]
   * @param weights [n], or null for all ones
   * @param cosineGradients [n,C*K], all 0; becomes d loss / d cosine
   */
  abstract double batchLoss(
      double[] cosines, int[] labels, double @Nullable [] weights, double[] cosineGradients);

  /** What every batch pays for its proxies alone. */
  double penalty() {
    return 0;
  }

  /** Adds d penalty / d unit proxy to gradients [C*K,E]. */
  void addPenaltyGradients(double[] unitProxyGradients) {}

  @Override
  public final double[] perSample(double[] embeddings, int[] labels) {
    check(embeddings, embeddingSize, labels);
    double[] losses = new double[labels.length];
    ComputePool.shared()
        .forEach(
            (labels.length + BLOCK - 1) / BLOCK,
            b -> {
              int from = b * BLOCK;
              block(embeddings, labels, from, Math.min(labels.length, from + BLOCK), losses);
            });
    return losses;
  }

  private void block(double[] embeddings, int[] labels, int from, int to, double[] losses) {
    UnitRows units = UnitRows.of(embeddings, from, to, embeddingSize);
    fromCosines(columnsOfProxies.leftMultiply(units.units(), to - from), labels, from, to, losses);
  }

  @Override
  public final double[] perSampleFromCosines(double[] cosines, int[] labels) {
    check(cosines, proxyCount, labels);
    double[] losses = new double[labels.length];
    fromCosines(cosines, labels, 0, labels.length, losses);
    return losses;
  }

  /** Fills in {@code losses} of samples {@code from} to {@code to}; {@code cosines} holds these samples only. */
  private void fromCosines(double[] cosines, int[] labels, int from, int to, double[] losses) {
    double[] scratch = new double[classCount];
    for (int i = from; i < to; i++) {
      losses[i] = sampleLoss(cosines, (i - from) * proxyCount, labels[i], scratch) + penalty();
    }
  }

  @Override
  public final Gradients gradients(double[] embeddings, int[] labels, double @Nullable [] weights) {
    check(embeddings, embeddingSize, labels);
    int n = labels.length;
    UnitRows units = UnitRows.of(embeddings, embeddingSize);
    double[] cosines = columnsOfProxies.leftMultiply(units.units(), n);
    double[] cosineGradients = new double[cosines.length];
    double loss = batchLoss(cosines, labels, weights, cosineGradients);
    return new Gradients(
        loss + penalty(),
        rowGradients(cosineGradients, n, units),
        proxyGradients(cosineGradients, n, units));
  }

  private double[] rowGradients(double[] cosineGradients, int n, UnitRows units) {
    double[] gradients =
        PackedMatrix.of(proxies.units(), proxyCount, embeddingSize)
            .leftMultiply(cosineGradients, n);
    units.toRowGradients(gradients);
    return gradients;
  }

  private double[] proxyGradients(double[] cosineGradients, int n, UnitRows units) {
    double[] gradients =
        PackedMatrix.of(units.units(), n, embeddingSize)
            .leftMultiply(Matrices.transposed(cosineGradients, n), proxyCount);
    addPenaltyGradients(gradients);
    proxies.toRowGradients(gradients);
    return gradients;
  }

  /** Unit proxies [C*K,E]; not to be changed. */
  final double[] unitProxies() {
    return proxies.units();
  }

  final int embeddingSize() {
    return embeddingSize;
  }

  final int classCount() {
    return classCount;
  }

  /** C*K. */
  final int proxyCount() {
    return proxyCount;
  }

  private void check(double[] rows, int size, int[] labels) {
    if (rows.length != labels.length * size) {
      throw new IllegalArgumentException(
          rows.length + " values for " + labels.length + " x " + size);
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classCount) {
        throw new ProblemException(
            "Sample " + i + " has label " + labels[i] + " without a proxy",
            "",
            "There are proxies for labels 0 to " + (classCount - 1) + ".");
      }
    }
  }
}
