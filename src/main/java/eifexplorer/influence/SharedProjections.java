package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.CosineFile.Computed;
import eifexplorer.influence.CosineFile.Samples;
import eifexplorer.influence.TestProducts.Products;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import eifexplorer.math.UnitRows;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.MetricLoss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all queries on one model share of its training samples: their cosines with the unit proxies [N,C*K], the lengths of
 * their embeddings and the losses at W. Computed with the first query, then kept; safe for use from any thread.
 *
 * <p>A moved weight {@code W + V^T D} (see {@link QuerySpan}) changes them by terms of rank r only. With {@code T = X D^T}
 * and {@code B = E V^T} [N,r]: {@code S' = S + T (V n(P)^T)} for the products S of embeddings and unit proxies, and {@code
 * ||e'||² = ||e||² + rowsum(T * (2 B + T))}. A query is a pass over the cosines, and one over the features if it has test
 * samples that were not asked for lately ({@link QueryRows}), both in float32; what depends on the query alone is in double
 * precision.
 */
final class SharedProjections {
  private static final Logger LOG = LoggerFactory.getLogger(SharedProjections.class);
  private static final int WIDTH = ColumnTile.WIDTH;

  private final FeatureMatrix features;
  private final int[] labels;
  private final double[] bias;
  private final PackedMatrix transposedWeight;
  private final float[][] weightRows;
  private final float[][] unitProxies;
  private final ColumnTile proxyColumns;
  private final LossKernel kernel;
  private final ExactChanges exact;
  private final TestProducts products;
  private final ColumnTile weightColumns;
  private final boolean keepsCosines;
  private final boolean keepsFeatures;
  private final Supplier<Optional<Path>> folder;
  private Tile @Nullable [] tiles;
  private @Nullable CosineFile file;

  /**
   * Samples of one tile at the model's own weight.
   *
   * @param squares squared lengths of the embeddings [n]
   * @param featureSquares squared lengths of the features [n]
   * @param losses [n]
   * @param cosines as the kernel keeps them [C*K][n]; null if they are read or computed again for each pass
   * @param features null if they are read again for each pass
   */
  private record Tile(
      int[] labels,
      double[] squares,
      double[] featureSquares,
      double[] losses,
      float @Nullable [][] cosines,
      @Nullable ColumnTile features) {}

  /**
   * Nothing is computed yet.
   *
   * @param bundle the model and its samples
   * @param loss with the bundle's proxies
   * @param mostBytes cosines, then features are kept up to so many bytes; otherwise each pass computes or reads them
   * @param folder where cosines are kept that take more; empty for nowhere
   */
  SharedProjections(
      EmbeddingBundle bundle, MetricLoss loss, long mostBytes, Supplier<Optional<Path>> folder) {
    this.folder = folder;
    this.features = bundle.trainFeatures();
    this.labels = bundle.trainLabels().clone();
    this.bias = Doubles.of(bundle.head().bias());
    double[][] weight = Matrices.rows(bundle.head().weight(), bundle.head().featureSize());
    this.transposedWeight = PackedMatrix.ofTransposed(weight);
    this.weightRows = Matrices.floats(weight);
    double[] units = UnitRows.of(Doubles.of(bundle.proxies().values()), bias.length).units();
    this.unitProxies = Matrices.floats(Matrices.rows(units, bias.length));
    this.proxyColumns = ColumnTile.of(Matrices.transposed(unitProxies));
    this.kernel = LossKernel.of(loss);
    this.weightColumns = ColumnTile.of(weightRows);
    this.products = new TestProducts(mostBytes);
    this.exact = new ExactChanges(features, labels, bias, transposedWeight, loss);
    long cosineBytes = (long) labels.length * unitProxies.length * Float.BYTES;
    long featureBytes = (long) labels.length * features.columns() * Float.BYTES;
    this.keepsCosines = cosineBytes <= mostBytes;
    this.keepsFeatures = keepsCosines && featureBytes <= mostBytes - cosineBytes;
  }

  /** What a query's test samples span under this model. */
  QuerySpan span(PairDistance pairs) {
    return new QuerySpan(pairs, products.embeddings(pairs, this::embeddings));
  }

  /** Embeddings [n][E] of feature rows [n][F], in double precision. */
  private double[][] embeddings(double[][] rows) {
    double[] embeddings = transposedWeight.leftMultiply(Matrices.flat(rows), rows.length);
    Matrices.addToRows(embeddings, bias);
    return Matrices.rows(embeddings, bias.length);
  }

  /** Computes what is shared, if that has not happened yet. */
  void prepare(JobContext context) {
    tiles(context);
  }

  /**
   * How every training sample's loss changes from W to each theta of each query, [T,N] a query; all in one pass.
   *
   * @throws eifexplorer.problem.ProblemException naming the first sample whose loss is not finite
   */
  List<double[][]> lossChanges(List<WalkedQuery> queries, JobContext context) {
    Tile[] shared = tiles(context);
    @Nullable CosineFile kept = file;
    boolean hasCosines = keepsCosines || kept != null;
    QueryRows rows =
        new QueryRows(queries, weightColumns, bias, proxyColumns, products, labels.length);
    float[][] factors = rows.rows();
    Map<Integer, Products> found = rows.emptyProducts();
    double[][] changes = new double[rows.lanes()][labels.length];
    overTiles(
        context,
        t -> {
          Tile tile = shared[t];
          @Nullable ColumnTile read = factors.length == 0 && hasCosines ? null : read(t, tile);
          float[][] rowProducts =
              factors.length == 0 ? factors : Objects.requireNonNull(read).times(factors);
          fill(found, rowProducts, t * WIDTH);
          List<TileMove> moves =
              rows.moves(rowProducts, t * WIDTH, tile.squares(), tile.featureSquares());
          double[][] of =
              kernel.changes(cosines(t, read, tile, kept), tile.losses(), tile.labels(), moves);
          for (int m = 0; m < of.length; m++) {
            rows.correct(m, moves.get(m), t * WIDTH, exact, of[m]);
            System.arraycopy(of[m], 0, changes[m], t * WIDTH, of[m].length);
          }
        });
    rows.keep(found);
    for (double[] change : changes) {
      TrainingLosses.requireFinite(change);
    }
    List<double[][]> byQuery = new ArrayList<>();
    int first = 0;
    for (WalkedQuery query : queries) {
      int next = first + query.thetas().size();
      byQuery.add(Arrays.copyOfRange(changes, first, next));
      first = next;
    }
    return byQuery;
  }

  private static void fill(Map<Integer, Products> found, float[][] rowProducts, int from) {
    found.forEach(
        (row, products) -> {
          copy(rowProducts[row], products.features(), from);
          copy(rowProducts[row + 1], products.embeddings(), from);
        });
  }

  private static void copy(float[] part, float[] whole, int from) {
    System.arraycopy(part, 0, whole, from, part.length);
  }

  private synchronized Tile[] tiles(JobContext context) {
    if (tiles == null) {
      Tile[] computed = new Tile[(labels.length + WIDTH - 1) / WIDTH];
      @Nullable CosineFile found = keepsCosines ? null : cosineFile(context);
      if (found == null) {
        overTiles(context, t -> computed[t] = tile(t));
      } else {
        Arrays.setAll(computed, t -> tile(t, found.samples()));
      }
      file = found;
      TrainingLosses.requireFinite(
          Arrays.stream(computed).flatMapToDouble(t -> Arrays.stream(t.losses())).toArray());
      tiles = computed;
    }
    return tiles;
  }

  /** The file of cosines, written if it is not there; null if there is no place for one. */
  private @Nullable CosineFile cosineFile(JobContext context) {
    Optional<Path> place = folder.get();
    if (place.isEmpty()) {
      return null;
    }
    int proxies = unitProxies.length;
    return CosineFile.open(place.get(), labels.length, proxies)
        .orElseGet(() -> written(place.get(), proxies, context));
  }

  private @Nullable CosineFile written(Path place, int proxies, JobContext context) {
    try {
      return CosineFile.write(place, labels.length, proxies, this::computed, context);
    } catch (ProblemException e) {
      // A full or read-only disk makes queries slower, no more; what is wrong with a sample is said
      // by the other way.
      LOG.warn("Cosines are not kept and each query computes them again. {}", e.getMessage());
      return null;
    }
  }

  private Computed computed(int t) {
    ColumnTile read = features(t);
    int[] own = own(t);
    float[][] embeddings = embeddings(read);
    double[] squares = ColumnTile.of(embeddings).squares();
    float[][] cosines = cosines(embeddings, squares, own);
    return new Computed(cosines, new Samples(squares, read.squares(), kernel.losses(cosines, own)));
  }

  private int[] own(int t) {
    return Arrays.copyOfRange(labels, t * WIDTH, Math.min(labels.length, (t + 1) * WIDTH));
  }

  private Tile tile(int t, Samples all) {
    int from = t * WIDTH;
    int to = Math.min(labels.length, from + WIDTH);
    return new Tile(
        own(t),
        Arrays.copyOfRange(all.squares(), from, to),
        Arrays.copyOfRange(all.featureSquares(), from, to),
        Arrays.copyOfRange(all.losses(), from, to),
        null,
        null);
  }

  private Tile tile(int t) {
    ColumnTile read = features(t);
    int[] own = own(t);
    float[][] embeddings = embeddings(read);
    double[] squares = ColumnTile.of(embeddings).squares();
    float[][] cosines = cosines(embeddings, squares, own);
    return new Tile(
        own,
        squares,
        read.squares(),
        kernel.losses(cosines, own),
        keepsCosines ? cosines : null,
        keepsFeatures ? read : null);
  }

  private ColumnTile read(int t, Tile tile) {
    ColumnTile kept = tile.features();
    return kept == null ? features(t) : kept;
  }

  /** {@code read} is null where they are kept. */
  private float[][] cosines(
      int t, @Nullable ColumnTile read, Tile tile, @Nullable CosineFile onDisk) {
    float[][] kept = tile.cosines();
    if (kept != null) {
      return kept;
    }
    return onDisk == null
        ? cosines(embeddings(Objects.requireNonNull(read)), tile.squares(), tile.labels())
        : onDisk.tile(t);
  }

  private float[][] cosines(float[][] embeddings, double[] squares, int[] own) {
    float[] inverse = new float[own.length];
    for (int j = 0; j < inverse.length; j++) {
      inverse[j] = (float) (1 / TileMove.length(squares[j]));
    }
    float[][] cosines = ColumnTile.of(embeddings).times(unitProxies);
    for (float[] column : cosines) {
      for (int j = 0; j < inverse.length; j++) {
        column[j] *= inverse[j];
      }
    }
    kernel.prepare(cosines, own);
    return cosines;
  }

  /** Columns [E][n] of the embeddings. */
  private float[][] embeddings(ColumnTile read) {
    float[][] embeddings = read.times(weightRows);
    for (int r = 0; r < embeddings.length; r++) {
      float offset = (float) bias[r];
      for (int j = 0; j < embeddings[r].length; j++) {
        embeddings[r][j] += offset;
      }
    }
    return embeddings;
  }

  private ColumnTile features(int t) {
    int from = t * WIDTH;
    int count = Math.min(WIDTH, labels.length - from);
    float[] rows = new float[count * features.columns()];
    features.copyRows(from, from + count, rows, 0);
    return ColumnTile.ofRows(rows, count, features.columns());
  }

  private void overTiles(JobContext context, IntConsumer work) {
    AtomicInteger done = new AtomicInteger();
    ComputePool.shared()
        .forEach(
            (labels.length + WIDTH - 1) / WIDTH,
            t -> {
              context.checkCancelled();
              work.accept(t);
              int count = Math.min(WIDTH, labels.length - t * WIDTH);
              context.progress(done.addAndGet(count), labels.length, "training images");
            });
  }
}
