package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;

/**
 * The kernel where its N² numbers don't fit: with the rows {@code g_i f_i^T} of G, {@code (K + l I)^-1 G a = G (G^T G + l
 * I)^-1 a}, whose system over [E][F] is solved by conjugate gradients, one pass over the samples a step.
 */
final class PrimalKernel implements OutputKernel {
  private static final int MOST_STEPS = 300;
  private static final double TOLERANCE = 1e-4;

  private final MatrixMath math;
  private final OutputGradients outputs;
  private final int width;
  private final double[] doubts;
  private final double ridge;

  /** The first samples' g, as they are computed. */
  private final AtomicReferenceArray<@Nullable SampleBlock> kept;

  /**
   * Looks at all samples once.
   *
   * @param math where it is computed
   * @param lambda share of the kernel's mean diagonal, above 0
   * @param mostBytes up to so many of the samples' g are kept
   */
  PrimalKernel(
      MatrixMath math, OutputGradients outputs, double lambda, long mostBytes, JobContext context) {
    this.math = math;
    this.outputs = outputs;
    this.doubts = new double[outputs.size()];
    this.width = math.blockRows(Math.max(outputs.featureSize(), outputs.embeddingSize()));
    long blockBytes = (long) width * outputs.embeddingSize() * Float.BYTES;
    this.kept = new AtomicReferenceArray<>((int) Math.min(blocks(), mostBytes / blockBytes));
    DoubleAdder trace = new DoubleAdder();
    overBlocks(
        context,
        (b, first, read) -> {
          OutputGradients.Block block = block(b);
          System.arraycopy(block.doubts(), 0, doubts, first, block.size());
          double[] squares = keptIfRoom(b, block).squares();
          double[] featureSquares = read.squares();
          for (int i = 0; i < squares.length; i++) {
            trace.add(squares[i] * featureSquares[i]);
          }
        });
    this.ridge = lambda * trace.sum() / doubts.length;
  }

  private int blocks() {
    return (outputs.size() + width - 1) / width;
  }

  private int end(int b) {
    return Math.min(outputs.size(), (b + 1) * width);
  }

  private OutputGradients.Block block(int b) {
    return outputs.block(b * width, end(b));
  }

  private SampleBlock keptIfRoom(int b, OutputGradients.Block block) {
    SampleBlock g =
        math.block(Doubles.floats(block.gradients()), block.size(), outputs.embeddingSize());
    if (b < kept.length()) {
      kept.set(b, g.keep());
    }
    return g;
  }

  /** g of a block [n,E]. */
  private SampleBlock gradients(int b) {
    SampleBlock known = b < kept.length() ? kept.get(b) : null;
    return known == null ? keptIfRoom(b, block(b)) : known;
  }

  /** Work on one block. */
  private interface BlockWork {
    /** Called once a block, perhaps from several threads. */
    void on(int block, int first, SampleBlock features);
  }

  private void overBlocks(JobContext context, BlockWork work) {
    math.overBlocks(
        blocks(),
        b -> {
          context.checkCancelled();
          int from = b * width;
          float[] rows = Doubles.floats(outputs.features(from, end(b)));
          work.on(b, from, math.block(rows, end(b) - from, outputs.featureSize()));
        });
  }

  @Override
  public double[] doubts() {
    return doubts;
  }

  @Override
  public List<double[]> solve(List<PairDistance> queries, JobContext context) {
    List<double[]> solved = new ArrayList<>();
    for (PairDistance query : queries) {
      ConjugateGradients.Solution solution =
          new ConjugateGradients(MOST_STEPS, TOLERANCE)
              .solve(
                  y -> product(y, context),
                  ridge,
                  query.gradient(query.embeddings(outputs.weight())),
                  context);
      context.log(
          String.format(
              Locale.ROOT,
              "The kernel's system was solved in %d steps; %.1e of it is left.",
              solution.steps(),
              solution.rest()));
      solved.add(along(solution.x(), context));
      context.progress(solved.size(), queries.size(), "pairs");
    }
    return solved;
  }

  /** {@code G^T G y}. */
  private double[][] product(double[][] y, JobContext context) {
    double[][] sum = new double[y.length][y[0].length];
    try (FactorRows rows = math.factor(Matrices.floats(y))) {
      overBlocks(
          context,
          (b, first, read) -> {
            SampleBlock g = gradients(b);
            double[] along = read.times(rows).dots(g);
            add(sum, g.scaled(along).transposedTimes(read));
          });
    }
    return sum;
  }

  private static void add(double[][] sum, float[][] part) {
    synchronized (sum) {
      for (int r = 0; r < sum.length; r++) {
        for (int c = 0; c < sum[r].length; c++) {
          sum[r][c] += part[r][c];
        }
      }
    }
  }

  /** {@code G y} [N]. */
  private double[] along(double[][] y, JobContext context) {
    double[] products = new double[doubts.length];
    try (FactorRows rows = math.factor(Matrices.floats(y))) {
      overBlocks(
          context,
          (b, first, read) -> {
            double[] of = read.times(rows).dots(gradients(b));
            System.arraycopy(of, 0, products, first, of.length);
          });
    }
    return products;
  }
}
