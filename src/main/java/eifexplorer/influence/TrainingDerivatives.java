package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.UnitRows;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LinearLogits;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLosses;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of all training losses by the last layer's weight: {@code dL_i/dW = g_i f_i^T} with {@code g_i = dL_i/de_i}.
 * Computed with the first query; the first samples' are kept as far as there is room, the others' computed again for each
 * pass, to the same numbers. Safe for use from any thread.
 */
final class TrainingDerivatives {
  private final FeatureMatrix features;
  private final int[] labels;
  private final float[] bias;
  private final double[][] weight;
  private final float[][] weightRows;
  private final float[][] proxies;
  private final float[][] proxyColumns;
  private final LinearLogits logits;

  /** The first samples' tiles, as they are computed. */
  private final AtomicReferenceArray<@Nullable GradientTile> kept;

  /**
   * Nothing is computed yet.
   *
   * @param mostBytes up to so many are kept, 2E + C floats a sample
   * @throws ProblemException if the loss has several centres a class
   */
  TrainingDerivatives(EmbeddingBundle bundle, LossSpec loss, long mostBytes) {
    this.features = bundle.trainFeatures();
    this.labels = bundle.trainLabels().clone();
    this.bias = bundle.head().bias();
    this.weight = Matrices.rows(bundle.head().weight(), features.columns());
    this.weightRows = Matrices.floats(weight);
    double[] units = UnitRows.of(Doubles.of(bundle.proxies().values()), bias.length).units();
    this.proxies = Matrices.floats(Matrices.rows(units, bias.length));
    this.proxyColumns = Matrices.transposed(proxies);
    this.logits =
        MetricLosses.of(loss, bundle.proxies())
            .linearLogits()
            .orElseThrow(
                () ->
                    new ProblemException(
                        "This estimator is for losses with one proxy a class",
                        "",
                        "Use the estimator eif."));
    long tileBytes = (2L * bias.length + proxies.length) * Float.BYTES * ColumnTile.WIDTH;
    this.kept = new AtomicReferenceArray<>((int) Math.min(tileCount(), mostBytes / tileBytes));
  }

  /** Work on one tile. */
  interface TileWork {
    /** Called once a tile, from several threads. */
    void on(int first, GradientTile tile, ColumnTile features);
  }

  /** Work on the features of one tile. */
  interface FeatureWork {
    /** Called once a tile, from several threads. */
    void on(int tile, ColumnTile features);
  }

  /** N. */
  int size() {
    return labels.length;
  }

  /** W [E][F]; not to be changed. */
  double[][] weight() {
    return weight;
  }

  /** n(P) [C][E]; not to be changed. */
  float[][] proxies() {
    return proxies;
  }

  /** n(P)^T [E][C]; not to be changed. */
  float[][] proxyColumns() {
    return proxyColumns;
  }

  /** How the logits follow from the cosines. */
  LinearLogits logits() {
    return logits;
  }

  /** Tiles of at most {@link ColumnTile#WIDTH} samples. */
  int tileCount() {
    return (labels.length + ColumnTile.WIDTH - 1) / ColumnTile.WIDTH;
  }

  /** A tile by its number; throws {@link ProblemException} naming a sample that is not finite. */
  GradientTile tile(int t) {
    GradientTile known = t < kept.length() ? kept.get(t) : null;
    return known == null ? computed(t, features(t)) : known;
  }

  /** A tile by its number and features. */
  GradientTile tile(int t, ColumnTile read) {
    GradientTile known = t < kept.length() ? kept.get(t) : null;
    return known == null ? computed(t, read) : known;
  }

  private GradientTile computed(int t, ColumnTile read) {
    float[][] embeddings = read.times(weightRows);
    for (int r = 0; r < embeddings.length; r++) {
      for (int j = 0; j < embeddings[r].length; j++) {
        embeddings[r][j] += bias[r];
      }
    }
    int from = t * ColumnTile.WIDTH;
    int[] own = Arrays.copyOfRange(labels, from, from + read.width());
    GradientTile tile = GradientTile.of(embeddings, own, proxies, proxyColumns, logits);
    requireFinite(from, tile.pulls());
    if (t < kept.length()) {
      kept.set(t, tile);
    }
    return tile;
  }

  private static void requireFinite(int first, float[][] columns) {
    for (float[] column : columns) {
      for (int j = 0; j < column.length; j++) {
        if (!Float.isFinite(column[j])) {
          throw new ProblemException(
              "The loss of training sample " + (first + j) + " is " + column[j],
              "",
              "Check its features for values that are not finite.");
        }
      }
    }
  }

  /** Features of a tile. */
  ColumnTile features(int t) {
    float[] rows = rows(t);
    return ColumnTile.ofRows(rows, rows.length / features.columns(), features.columns());
  }

  /** Features of a tile, row major. */
  float[] rows(int t) {
    int from = t * ColumnTile.WIDTH;
    int to = Math.min(labels.length, from + ColumnTile.WIDTH);
    float[] rows = new float[(to - from) * features.columns()];
    features.copyRows(from, to, rows, 0);
    return rows;
  }

  /** Does something with every tile, in parallel. */
  void overTiles(JobContext context, TileWork work) {
    overFeatures(context, (t, read) -> work.on(t * ColumnTile.WIDTH, tile(t, read), read));
  }

  /** Does something with the features of every tile, in parallel, by the tile's number. */
  void overFeatures(JobContext context, FeatureWork work) {
    AtomicInteger done = new AtomicInteger();
    ComputePool.shared()
        .forEach(
            tileCount(),
            t -> {
              context.checkCancelled();
              ColumnTile read = features(t);
              work.on(t, read);
              int count = done.addAndGet(read.width());
              context.progress(count, labels.length, "training images");
            });
  }

  /** {@code <h, dL_i/dW>} of every sample [N] for h [E][F]. */
  double[] products(float[][] h, JobContext context) {
    double[] products = new double[labels.length];
    overTiles(
        context,
        (first, tile, read) -> {
          double[] of = GradientTile.dots(tile.gradients(), read.times(h));
          System.arraycopy(of, 0, products, first, of.length);
        });
    return products;
  }
}
