package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.engine.PackedMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.training.MetricLoss;
import eifexplorer.training.UnitRows;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What all queries on one model share of its training samples: embeddings E [N,E], their products with the unit proxies
 * {@code S = E n(P)^T} [N,C*K], their lengths and the losses at W. Computed with the first query, then kept; safe for use
 * from any thread.
 *
 * <p>A moved weight {@code W + (Z V)^T Fp} (see {@link QuerySpan}) changes them by terms of rank r only. With {@code T = X
 * Fp^T Z} and {@code B = E V^T} [N,r]: {@code S' = S + T (V n(P)^T)} and {@code ||e'||² = ||e||² + rowsum(T * (2 B + T))}.
 */
final class SharedProjections {
  /** Samples a task: their features and products are held at once. */
  private static final int BLOCK = 128;

  private final FeatureMatrix features;
  private final int[] labels;
  private final double[] bias;
  private final PackedMatrix transposedWeight;
  private final PackedMatrix proxyColumns;
  private final MetricLoss loss;
  private final boolean keepsSimilarities;
  private TrainingBlock[] blocks;

  /**
   * Nothing is computed yet.
   *
   * @param bundle the model and its samples
   * @param loss with the bundle's proxies
   * @param mostValues S is kept up to this many values, otherwise computed from E for each query
   */
  SharedProjections(EmbeddingBundle bundle, MetricLoss loss, long mostValues) {
    this.features = bundle.trainFeatures();
    this.labels = bundle.trainLabels().clone();
    this.bias = Doubles.of(bundle.head().bias());
    this.transposedWeight =
        PackedMatrix.ofTransposed(
            Doubles.rows(bundle.head().weight(), bundle.head().featureSize()));
    double[] units = UnitRows.of(Doubles.of(bundle.proxies().values()), bias.length).units();
    this.proxyColumns = PackedMatrix.ofTransposed(Doubles.rows(units, bias.length));
    this.loss = loss;
    this.keepsSimilarities = (long) labels.length * proxyColumns.columns() <= mostValues;
  }

  /** What a query's test samples span under this model. */
  QuerySpan span(PairDistance pairs) {
    return new QuerySpan(pairs, transposedWeight, bias);
  }

  /**
   * How every training sample's loss changes from W to each theta, [T,N].
   *
   * @throws eifexplorer.problem.ProblemException naming the first sample whose loss is not finite
   */
  double[][] lossChanges(QuerySpan span, List<LowRankTheta> thetas, JobContext context) {
    TrainingBlock[] shared = blocks(context);
    PackedMatrix proxyProducts =
        PackedMatrix.of(
            proxyColumns.leftMultiply(Doubles.flat(span.basis()), span.rank()),
            span.rank(),
            proxyColumns.columns());
    List<PackedMatrix> moves =
        thetas.stream()
            .map(theta -> PackedMatrix.of(theta.moves(), span.samples(), span.rank()))
            .toList();
    double[][] changes = new double[thetas.size()][labels.length];
    overBlocks(
        context,
        b -> {
          TrainingBlock block = shared[b];
          double[] products = span.features().leftMultiply(features(b), block.size());
          double[] similarities = block.similarities();
          double[] coordinates = block.coordinates(span.basisColumns());
          for (int t = 0; t < changes.length; t++) {
            double[] moved = moves.get(t).leftMultiply(products, block.size());
            double[] movedSimilarities = proxyProducts.leftMultiply(moved, block.size());
            double[] change =
                block.lossChanges(similarities, coordinates, moved, movedSimilarities);
            System.arraycopy(change, 0, changes[t], b * BLOCK, change.length);
          }
        });
    for (double[] change : changes) {
      TrainingLosses.requireFinite(change);
    }
    return changes;
  }

  private synchronized TrainingBlock[] blocks(JobContext context) {
    if (blocks == null) {
      TrainingBlock[] computed = new TrainingBlock[(labels.length + BLOCK - 1) / BLOCK];
      overBlocks(context, b -> computed[b] = block(b));
      TrainingLosses.requireFinite(
          Arrays.stream(computed).flatMapToDouble(b -> Arrays.stream(b.losses())).toArray());
      blocks = computed;
    }
    return blocks;
  }

  private TrainingBlock block(int b) {
    int[] own = Arrays.copyOfRange(labels, b * BLOCK, end(b));
    double[] embeddings = transposedWeight.leftMultiply(features(b), own.length);
    Doubles.addToRows(embeddings, bias);
    return new TrainingBlock(embeddings, own, proxyColumns, loss, keepsSimilarities);
  }

  private double[] features(int b) {
    float[] rows = new float[(end(b) - b * BLOCK) * features.columns()];
    features.copyRows(b * BLOCK, end(b), rows, 0);
    return Doubles.of(rows);
  }

  private int end(int b) {
    return Math.min(labels.length, (b + 1) * BLOCK);
  }

  private void overBlocks(JobContext context, IntConsumer work) {
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, (labels.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            b -> {
              context.checkCancelled();
              work.accept(b);
              int from = b * BLOCK;
              context.progress(done.addAndGet(end(b) - from), labels.length, "training images");
            });
  }
}
