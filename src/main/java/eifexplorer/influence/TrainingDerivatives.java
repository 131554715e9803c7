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
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of all training losses by the last layer's weight: {@code dL_i/dW = g_i f_i^T} with {@code g_i = dL_i/de_i}.
 * Computed with the first query, then kept; safe for use from any thread.
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
  private GradientTile @Nullable [] tiles;

  /** Throws {@link ProblemException} if the loss has several centres a class. */
  TrainingDerivatives(EmbeddingBundle bundle, LossSpec loss) {
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
  }

  /** Work on one tile. */
  interface TileWork {
    /** Called once a tile, from several threads. */
    void on(int first, GradientTile tile, ColumnTile features);
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

  /** The tiles, in the order of their samples; throws {@link ProblemException} naming a sample that is not finite. */
  synchronized GradientTile[] tiles(JobContext context) {
    if (tiles == null) {
      GradientTile[] computed =
          new GradientTile[(labels.length + ColumnTile.WIDTH - 1) / ColumnTile.WIDTH];
      AtomicInteger done = new AtomicInteger();
      ComputePool.shared()
          .forEach(
              computed.length,
              t -> {
                context.checkCancelled();
                computed[t] = tile(t);
                int count = done.addAndGet(computed[t].size());
                context.progress(count, labels.length, "training images");
              });
      for (int t = 0; t < computed.length; t++) {
        requireFinite(t * ColumnTile.WIDTH, computed[t].pulls());
      }
      tiles = computed;
    }
    return tiles;
  }

  private GradientTile tile(int t) {
    ColumnTile read = features(t);
    float[][] embeddings = read.times(weightRows);
    for (int r = 0; r < embeddings.length; r++) {
      for (int j = 0; j < embeddings[r].length; j++) {
        embeddings[r][j] += bias[r];
      }
    }
    int from = t * ColumnTile.WIDTH;
    int[] own = Arrays.copyOfRange(labels, from, from + read.width());
    return GradientTile.of(embeddings, own, proxies, proxyColumns, logits);
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
    GradientTile[] all = tiles(context);
    AtomicInteger done = new AtomicInteger();
    ComputePool.shared()
        .forEach(
            all.length,
            t -> {
              context.checkCancelled();
              work.on(t * ColumnTile.WIDTH, all[t], features(t));
              int count = done.addAndGet(all[t].size());
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
