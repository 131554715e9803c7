package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.CosineFile.Computed;
import eifexplorer.influence.CosineFile.Samples;
import eifexplorer.influence.TestProducts.Products;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import eifexplorer.math.CosineMove;
import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import eifexplorer.math.SampleBlock.LossBlock;
import eifexplorer.math.SampleBlock.SoftmaxBlock;
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

  private final MatrixMath math;

  /** Those of the model; of the file's width where there is one. */
  private FeatureBlocks blocks;

  private final FeatureMatrix matrix;
  private final int[] labels;
  private final LastLayer layer;
  private final FactorRows unitProxies;
  private final SampleBlock proxyColumns;
  private final LossKernel kernel;
  private final ExactChanges exact;
  private final TestProducts products;
  private final boolean keepsCosines;
  private final Supplier<Optional<Path>> folder;
  private volatile Tile @Nullable [] tiles;
  private @Nullable CosineFile file;

  /**
   * Samples of one block at the model's own weight.
   *
   * @param squares squared lengths of the embeddings [n]
   * @param featureSquares squared lengths of the features [n]
   * @param losses [n]
   * @param cosines with the proxies; null if they are read or computed again for each pass
   */
  private record Tile(
      int[] labels,
      double[] squares,
      double[] featureSquares,
      double[] losses,
      @Nullable LossBlock cosines) {}

  /**
   * Nothing is computed yet.
   *
   * @param model whose cosines are kept up to its bytes; otherwise each pass computes or reads them
   * @param loss with the model's proxies
   * @param folder where cosines are kept that take more; empty for nowhere
   */
  SharedProjections(TrainingPasses model, MetricLoss loss, Supplier<Optional<Path>> folder) {
    EmbeddingBundle bundle = model.bundle();
    this.math = model.math();
    this.folder = folder;
    this.matrix = bundle.trainFeatures();
    this.labels = bundle.trainLabels().clone();
    this.layer = model.layer();
    this.blocks = model.features();
    int size = layer.embeddingSize();
    double[] units = UnitRows.of(Doubles.of(bundle.proxies().values()), size).units();
    float[][] proxies = Matrices.floats(Matrices.rows(units, size));
    this.unitProxies = math.factor(proxies);
    this.proxyColumns = math.block(Matrices.flat(proxies), proxies.length, size).keep();
    this.kernel = LossKernel.of(loss);
    this.products = new TestProducts(model.mostBytes(HeapShare.TEST_PRODUCTS));
    this.exact = new ExactChanges(matrix, labels, layer, loss);
    this.keepsCosines = model.cosineBytes() <= model.mostBytes(HeapShare.PASSES);
  }

  /** What a query's test samples span under this model. */
  QuerySpan span(PairDistance pairs) {
    return new QuerySpan(pairs, products.embeddings(pairs, this::embeddings));
  }

  /** Embeddings [n][E] of feature rows [n][F], in double precision. */
  private double[][] embeddings(double[][] rows) {
    return Matrices.rows(layer.embeddings(Matrices.flat(rows), rows.length), layer.embeddingSize());
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
        new QueryRows(
            queries,
            layer.columns(),
            Doubles.of(layer.bias()),
            proxyColumns,
            products,
            labels.length);
    float[][] factors = rows.rows();
    Map<Integer, Products> found = rows.emptyProducts();
    double[][] changes = new double[rows.lanes()][labels.length];
    overTiles(
        context,
        t -> {
          Tile tile = shared[t];
          int from = t * blocks.width();
          @Nullable SampleBlock read = factors.length == 0 && hasCosines ? null : blocks.block(t);
          float[][] rowProducts =
              factors.length == 0 ? factors : Objects.requireNonNull(read).times(factors);
          fill(found, rowProducts, from);
          List<CosineMove> moves =
              rows.moves(rowProducts, from, tile.squares(), tile.featureSquares());
          double[][] of = cosines(t, read, tile, kept).changes(tile.losses(), moves);
          for (int m = 0; m < of.length; m++) {
            rows.correct(m, moves.get(m), from, exact, of[m]);
            System.arraycopy(of[m], 0, changes[m], from, of[m].length);
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
    Tile[] known = tiles;
    if (known == null) {
      @Nullable CosineFile found = keepsCosines ? null : cosineFile(context);
      Tile[] computed = new Tile[blocks.count()];
      if (found == null) {
        overTiles(context, t -> computed[t] = tile(t));
      } else {
        Arrays.setAll(computed, t -> tile(t, found.samples()));
      }
      file = found;
      TrainingLosses.requireFinite(
          Arrays.stream(computed).flatMapToDouble(t -> Arrays.stream(t.losses())).toArray());
      tiles = computed;
      known = computed;
    }
    return known;
  }

  /** Of a block of the model's features, if they are kept as a softmax; waits for nothing. */
  Optional<SoftmaxBlock> losses(int block) {
    Tile[] known = tiles;
    return known != null && known[block].cosines() instanceof SoftmaxBlock softmax
        ? Optional.of(softmax)
        : Optional.empty();
  }

  /** The file of cosines, written if it is not there; null if there is no place for one. */
  private @Nullable CosineFile cosineFile(JobContext context) {
    Optional<Path> place = folder.get();
    if (place.isEmpty()) {
      return null;
    }
    FeatureBlocks usual = blocks;
    blocks = new FeatureBlocks(math, matrix, CosineFile.WIDTH, 0);
    int proxies = unitProxies.rows();
    @Nullable CosineFile there =
        CosineFile.open(place.get(), labels.length, proxies)
            .orElseGet(() -> written(place.get(), proxies, context));
    blocks = there == null ? usual : blocks;
    return there;
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
    Computed[] one = new Computed[1];
    math.overBlocks(1, b -> one[0] = computedHere(t));
    return one[0];
  }

  private Computed computedHere(int t) {
    SampleBlock read = blocks.block(t);
    SampleBlock embeddings = layer.embeddings(read);
    double[] squares = embeddings.squares();
    LossBlock cosines = cosines(embeddings, squares, own(t));
    return new Computed(cosines.kept(), new Samples(squares, read.squares(), cosines.losses()));
  }

  private int[] own(int t) {
    int from = t * blocks.width();
    return Arrays.copyOfRange(labels, from, Math.min(labels.length, from + blocks.width()));
  }

  private Tile tile(int t, Samples all) {
    int from = t * blocks.width();
    int to = Math.min(labels.length, from + blocks.width());
    return new Tile(
        own(t),
        Arrays.copyOfRange(all.squares(), from, to),
        Arrays.copyOfRange(all.featureSquares(), from, to),
        Arrays.copyOfRange(all.losses(), from, to),
        null);
  }

  private Tile tile(int t) {
    SampleBlock read = blocks.block(t);
    int[] own = own(t);
    SampleBlock embeddings = layer.embeddings(read);
    double[] squares = embeddings.squares();
    LossBlock cosines = cosines(embeddings, squares, own);
    return new Tile(
        own, squares, read.squares(), cosines.losses(), keepsCosines ? cosines.keep() : null);
  }

  /** {@code read} is null where they are kept. */
  private LossBlock cosines(
      int t, @Nullable SampleBlock read, Tile tile, @Nullable CosineFile onDisk) {
    LossBlock kept = tile.cosines();
    if (kept != null) {
      return kept;
    }
    return onDisk == null
        ? cosines(layer.embeddings(Objects.requireNonNull(read)), tile.squares(), tile.labels())
        : kernel.restored(math, onDisk.tile(t), unitProxies.rows(), tile.labels());
  }

  private LossBlock cosines(SampleBlock embeddings, double[] squares, int[] own) {
    double[] inverse = Arrays.stream(squares).map(s -> 1 / CosineMove.length(s)).toArray();
    return kernel.of(embeddings.times(unitProxies), inverse, own);
  }

  private void overTiles(JobContext context, IntConsumer work) {
    AtomicInteger done = new AtomicInteger();
    math.overBlocks(
        blocks.count(),
        t -> {
          context.checkCancelled();
          work.accept(t);
          int count = Math.min(blocks.width(), labels.length - t * blocks.width());
          context.progress(done.addAndGet(count), labels.length, "training images");
        });
  }

  /** Gives back what is kept of the samples, on a device too; none of it may be in use. */
  synchronized void close() {
    Tile[] known = tiles;
    tiles = null;
    for (Tile tile : known == null ? new Tile[0] : known) {
      LossBlock cosines = tile.cosines();
      if (cosines != null) {
        cosines.close();
      }
    }
  }
}
