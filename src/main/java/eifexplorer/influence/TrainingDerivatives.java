package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import eifexplorer.math.UnitRows;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LinearLogits;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLosses;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of all training losses by the last layer's weight: {@code dL_i/dW = g_i f_i^T} with {@code g_i = dL_i/de_i}.
 * Computed with the first query; the first samples' are kept as far as there is room, the others' computed again for each
 * pass, to the same numbers. Safe for use from any thread.
 */
final class TrainingDerivatives {
  private final TrainingPasses model;
  private final MatrixMath math;
  private final FeatureBlocks blocks;
  private final FeatureMatrix features;
  private final int[] labels;
  private final LastLayer layer;
  private final float[][] proxies;
  private final FactorRows proxyRows;
  private final FactorRows proxyColumns;
  private final LinearLogits logits;

  private final long mostBytes;
  private final long estimatorBytes;
  private @Nullable DualGaussNewton dual;

  /** The first samples' tiles, as they are computed. */
  private final AtomicReferenceArray<@Nullable GradientTile> kept;

  /**
   * Nothing is computed yet.
   *
   * @param model up to whose bytes are kept of tiles, 2E + C floats a sample, and of {@link #dual} together
   * @throws ProblemException if the loss is no softmax over one proxy a class, as with several centres
   */
  TrainingDerivatives(TrainingPasses model) {
    EmbeddingBundle bundle = model.bundle();
    this.model = model;
    this.logits = logits(model.loss(), bundle);
    this.math = model.math();
    this.mostBytes = model.mostBytes(HeapShare.DERIVATIVES);
    this.estimatorBytes = model.mostBytes(HeapShare.ESTIMATORS);
    this.blocks = model.features();
    this.features = bundle.trainFeatures();
    this.labels = bundle.trainLabels().clone();
    this.layer = model.layer();
    int size = layer.embeddingSize();
    double[] units = UnitRows.of(Doubles.of(bundle.proxies().values()), size).units();
    this.proxies = Matrices.floats(Matrices.rows(units, size));
    this.proxyRows = math.factor(proxies);
    this.proxyColumns = math.factor(Matrices.transposed(proxies));
    this.kept = new AtomicReferenceArray<>((int) Math.min(tileCount(), mostBytes / tileBytes()));
  }

  private static LinearLogits logits(LossSpec loss, EmbeddingBundle bundle) {
    return MetricLosses.of(loss, bundle.proxies())
        .linearLogits()
        .orElseThrow(
            () ->
                new ProblemException(
                    "The loss "
                        + loss.title()
                        + " is no softmax over one proxy a class, which the estimator's formula"
                        + " needs",
                    "",
                    "Use the estimator eif."));
  }

  /** Work on one tile. */
  interface TileWork {
    /** Called once a tile, perhaps from several threads. */
    void on(int first, GradientTile tile, SampleBlock features);
  }

  /** Work on the features of one tile. */
  interface FeatureWork {
    /** Called once a tile, perhaps from several threads. */
    void on(int first, int tile, SampleBlock features);
  }

  /** At most so many bytes are kept of the last layer and the tiles. */
  long mostKept() {
    return 2L * Float.BYTES * embeddingSize() * featureSize() + tileBytes() * kept.length();
  }

  private long tileBytes() {
    return (2L * embeddingSize() + proxies.length) * Float.BYTES * blocks.width();
  }

  /** N. */
  int size() {
    return labels.length;
  }

  /** E. */
  int embeddingSize() {
    return layer.embeddingSize();
  }

  /** F. */
  int featureSize() {
    return features.columns();
  }

  /** Embeddings [m,E] of a query's samples. */
  double[] embeddings(PairDistance pairs) {
    return pairs.embeddings(layer.rows());
  }

  /** n(P) [C][E]; not to be changed. */
  float[][] proxies() {
    return proxies;
  }

  /** n(P) [C,E], where it is computed with. */
  FactorRows proxyRows() {
    return proxyRows;
  }

  /** n(P)^T [E,C], where it is computed with. */
  FactorRows proxyColumns() {
    return proxyColumns;
  }

  /** Where it is computed. */
  MatrixMath math() {
    return math;
  }

  /** How the logits follow from the cosines. */
  LinearLogits logits() {
    return logits;
  }

  /** Class of every sample [N]; not to be changed. */
  int[] labels() {
    return labels;
  }

  /** The first sample of a tile. */
  int first(int t) {
    return t * blocks.width();
  }

  /** The Gauss-Newton Hessian over the samples' logits, kept; empty where its form over the weights takes less. */
  synchronized Optional<DualGaussNewton> dual(JobContext context) {
    if (dual == null && DualGaussNewton.isWorthIt(this, mostBytes - tileBytes() * kept.length())) {
      dual = new DualGaussNewton(this, context);
    }
    return Optional.ofNullable(dual);
  }

  /** How many tiles there are. */
  int tileCount() {
    return blocks.count();
  }

  /** A tile by its number; throws {@link ProblemException} naming a sample that is not finite. */
  GradientTile tile(int t) {
    GradientTile known = t < kept.length() ? kept.get(t) : null;
    return known == null ? computed(t, features(t)) : known;
  }

  /** A tile by its number and features. */
  GradientTile tile(int t, SampleBlock read) {
    GradientTile known = t < kept.length() ? kept.get(t) : null;
    return known == null ? computed(t, read) : known;
  }

  private GradientTile computed(int t, SampleBlock read) {
    int[] own = Arrays.copyOfRange(labels, first(t), first(t) + read.width());
    GradientTile tile =
        GradientTile.of(
            layer.embeddings(read), own, model.losses(t), proxyRows, proxyColumns, logits);
    requireFinite(first(t), tile.pulls().squares());
    if (t < kept.length()) {
      kept.set(t, tile.keep());
    }
    return tile;
  }

  /** Samples {@code from} to {@code to} of some tiles as one of their own, which is not kept. */
  GradientTile tile(int from, int to) {
    float[][] units = new float[embeddingSize()][to - from];
    float[][] probabilities = new float[proxies.length][to - from];
    float[][] pulls = new float[embeddingSize()][to - from];
    double[] lengths = new double[to - from];
    int before = from / blocks.width();
    math.overBlocks(
        (to - 1) / blocks.width() + 1 - before,
        b -> {
          int first = first(before + b);
          GradientTile tile = tile(before + b);
          int begin = Math.max(from, first) - first;
          int end = Math.min(to - first, tile.size());
          int at = first + begin - from;
          copy(tile.units(), begin, end, units, at);
          copy(tile.probabilities(), begin, end, probabilities, at);
          copy(tile.pulls(), begin, end, pulls, at);
          System.arraycopy(tile.lengths(), begin, lengths, at, end - begin);
        });
    return new GradientTile(
        Arrays.copyOfRange(labels, from, to),
        math.blockOf(units),
        lengths,
        math.blockOf(probabilities),
        math.blockOf(pulls));
  }

  private static void copy(SampleBlock block, int begin, int end, float[][] columns, int at) {
    float[][] all = block.columns();
    for (int c = 0; c < columns.length; c++) {
      System.arraycopy(all[c], begin, columns[c], at, end - begin);
    }
  }

  private static void requireFinite(int first, double[] squares) {
    for (int j = 0; j < squares.length; j++) {
      if (!Double.isFinite(squares[j])) {
        throw new ProblemException(
            "The loss of training sample " + (first + j) + " is " + squares[j],
            "",
            "Check its features for values that are not finite.");
      }
    }
  }

  /** Features of a tile. */
  SampleBlock features(int t) {
    return blocks.block(t);
  }

  /** Features of a tile, row major. */
  float[] rows(int t) {
    return rows(first(t), Math.min(labels.length, first(t + 1)));
  }

  /** Features of samples {@code from} to {@code to}, row major. */
  float[] rows(int from, int to) {
    float[] rows = new float[(to - from) * features.columns()];
    features.copyRows(from, to, rows, 0);
    return rows;
  }

  /** Does something with every tile, several at once where that is faster. */
  void overTiles(JobContext context, TileWork work) {
    overFeatures(context, (first, t, read) -> work.on(first, tile(t, read), read));
  }

  /** Does something with the features of every tile, by the tile's number. */
  void overFeatures(JobContext context, FeatureWork work) {
    AtomicInteger done = new AtomicInteger();
    math.overBlocks(
        tileCount(),
        t -> {
          context.checkCancelled();
          SampleBlock read = features(t);
          work.on(first(t), t, read);
          int count = done.addAndGet(read.width());
          context.progress(count, labels.length, "training images");
        });
  }

  /** Up to how many bytes an estimator may keep for itself. */
  long estimatorBytes() {
    return estimatorBytes;
  }

  /** {@code <h, dL_i/dW>} of every sample [N] for h [E][F]. */
  double[] products(float[][] h, JobContext context) {
    double[] products = new double[labels.length];
    try (FactorRows rows = math.factor(h)) {
      overTiles(
          context,
          (first, tile, read) -> {
            double[] of = tile.gradients().dots(read.times(rows));
            System.arraycopy(of, 0, products, first, of.length);
          });
    }
    return products;
  }

  /** Gives back what is kept of the samples; none of it may be in use. */
  synchronized void close() {
    if (dual != null) {
      dual.close();
      dual = null;
    }
    for (int t = 0; t < kept.length(); t++) {
      GradientTile tile = kept.getAndSet(t, null);
      if (tile != null) {
        tile.close();
      }
    }
  }
}
