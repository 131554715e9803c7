package eifexplorer.influence;

import eifexplorer.array.Npz;
import eifexplorer.embedding.FeatureFile;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.FeatureWriter;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.RowSource;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a model's cosines take when they do not fit the heap: a file that is mapped into memory and read by each query, in the
 * very floats that would have been kept, so that no number depends on where they are.
 *
 * <p>{@code cosines.npy} holds [T*C*K, 512] float32, a tile of 512 samples after the other, in each a row a proxy; the last
 * tile is filled up with zeros. {@code samples.npz}, written last, holds what else is kept of each sample: without it the
 * file is not complete.
 */
final class CosineFile {
  private static final Logger LOG = LoggerFactory.getLogger(CosineFile.class);
  private static final String COSINES = "cosines.npy";
  private static final String SAMPLES = "samples.npz";

  /** Samples of a tile. */
  static final int WIDTH = ColumnTile.WIDTH;

  /** Tiles computed before they are written in their order, a thread. */
  private static final int TILES_A_THREAD = 4;

  private final FeatureMatrix rows;
  private final int proxies;
  private final Samples samples;

  /**
   * What is kept of every sample, [N] each.
   *
   * @param squares squared lengths of the embeddings
   * @param featureSquares squared lengths of the features
   * @param losses at the model's own weight
   */
  record Samples(double[] squares, double[] featureSquares, double[] losses) {
    static Samples of(int n) {
      return new Samples(new double[n], new double[n], new double[n]);
    }
  }

  /**
   * A tile as it is computed, of n samples.
   *
   * @param cosines [C*K][n]
   * @param samples [n]
   */
  record Computed(float[][] cosines, Samples samples) {}

  private CosineFile(FeatureMatrix rows, int proxies, Samples samples) {
    this.rows = rows;
    this.proxies = proxies;
    this.samples = samples;
  }

  /** What is kept of the samples. */
  Samples samples() {
    return samples;
  }

  /** Cosines of the n samples of a tile: C*K rows of n values. */
  RowSource tile(int t) {
    int first = t * proxies;
    int n = Math.min(WIDTH, samples.losses().length - t * WIDTH);
    return (from, to, target, offset) -> {
      if (n == WIDTH) {
        rows.copyRows(first + from, first + to, target, offset);
        return;
      }
      for (int p = from; p < to; p++) {
        System.arraycopy(rows.row(first + p), 0, target, offset + (p - from) * n, n);
      }
    };
  }

  /**
   * The file of a folder for so many samples and proxies; one that is damaged is as good as none.
   *
   * @param proxies C*K
   */
  static Optional<CosineFile> open(Path folder, int samples, int proxies) {
    if (!Files.exists(folder.resolve(SAMPLES))) {
      return Optional.empty();
    }
    try (Npz npz = Npz.open(folder.resolve(SAMPLES))) {
      FeatureMatrix rows = FeatureFile.open(folder.resolve(COSINES));
      if (rows.columns() == WIDTH && rows.rows() == Math.multiplyExact(tiles(samples), proxies)) {
        return Optional.of(
            new CosineFile(
                rows,
                proxies,
                new Samples(
                    npz.array("squares").requireShape(samples).doubles(),
                    npz.array("feature_squares").requireShape(samples).doubles(),
                    npz.array("losses").requireShape(samples).doubles())));
      }
    } catch (ProblemException | IllegalArgumentException | ArithmeticException e) {
      LOG.warn("Kept cosines are damaged and are computed again. {}", e.getMessage());
    }
    return Optional.empty();
  }

  private static int tiles(int samples) {
    return (samples + WIDTH - 1) / WIDTH;
  }

  /**
   * Computes all tiles and writes them.
   *
   * @param proxies C*K
   * @param compute makes a tile; called from several threads
   * @throws ProblemException if the disk is too full or the file can't be written, or naming a sample whose loss is not finite
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  static CosineFile write(
      Path folder, int samples, int proxies, IntFunction<Computed> compute, JobContext context) {
    Samples all = Samples.of(samples);
    int tiles = tiles(samples);
    FeatureMatrix rows;
    try (FeatureWriter writer =
        FeatureWriter.restart(folder.resolve(COSINES), Math.multiplyExact(tiles, proxies), WIDTH)) {
      int step = TILES_A_THREAD * ComputePool.shared().threads();
      for (int from = 0; from < tiles; from += step) {
        int first = from;
        List<Computed> some =
            ComputePool.shared()
                .map(
                    Math.min(step, tiles - from),
                    i -> {
                      context.checkCancelled();
                      return compute.apply(first + i);
                    });
        for (int i = 0; i < some.size(); i++) {
          add(some.get(i), (first + i) * WIDTH, all, writer);
        }
        context.progress(
            Math.min(samples, (first + some.size()) * (long) WIDTH), samples, "training images");
      }
      rows = writer.finish();
    }
    AtomicFiles.write(
        folder.resolve(SAMPLES),
        out -> {
          Npz.Writer npz = new Npz.Writer(out);
          npz.put("squares", all.squares(), samples);
          npz.put("feature_squares", all.featureSquares(), samples);
          npz.put("losses", all.losses(), samples);
          npz.finish();
        });
    return new CosineFile(rows, proxies, all);
  }

  private static void add(Computed tile, int from, Samples all, FeatureWriter writer) {
    int n = tile.samples().losses().length;
    System.arraycopy(tile.samples().squares(), 0, all.squares(), from, n);
    System.arraycopy(tile.samples().featureSquares(), 0, all.featureSquares(), from, n);
    System.arraycopy(tile.samples().losses(), 0, all.losses(), from, n);
    TrainingLosses.requireFinite(all.losses(), from, from + n);
    float[] flat = new float[tile.cosines().length * WIDTH];
    for (int c = 0; c < tile.cosines().length; c++) {
      System.arraycopy(tile.cosines()[c], 0, flat, c * WIDTH, n);
    }
    writer.append(flat, tile.cosines().length);
  }
}
