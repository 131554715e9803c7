package eifexplorer.influence;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * The kernel where its N² numbers don't fit: with the rows {@code g_i f_i^T} of G, {@code (K + l I)^-1 G a = G (G^T G + l
 * I)^-1 a}, whose system over [E][F] is solved by conjugate gradients, one pass over the samples a step.
 */
final class PrimalKernel implements OutputKernel {
  private static final int MOST_STEPS = 300;
  private static final double TOLERANCE = 1e-4;

  private final OutputGradients outputs;
  private final double[][] weight;
  private final double[] doubts;
  private final double ridge;

  /**
   * Looks at all samples once.
   *
   * @param lambda share of the kernel's mean diagonal, above 0
   * @param weight W [E][F]
   */
  PrimalKernel(OutputGradients outputs, double lambda, double[][] weight, JobContext context) {
    this.outputs = outputs;
    this.weight = weight;
    this.doubts = new double[outputs.size()];
    DoubleAdder trace = new DoubleAdder();
    overBlocks(
        context,
        (first, block) -> {
          System.arraycopy(block.doubts(), 0, doubts, first, block.size());
          double[][] g = Matrices.rows(block.gradients(), outputs.embeddingSize());
          double[][] f = Matrices.rows(block.features(), outputs.featureSize());
          for (int i = 0; i < g.length; i++) {
            trace.add(Doubles.dot(g[i], g[i]) * Doubles.dot(f[i], f[i]));
          }
        });
    this.ridge = lambda * trace.sum() / doubts.length;
  }

  /** Work on one block. */
  private interface BlockWork {
    /** Called once a block, from several threads. */
    void on(int first, OutputGradients.Block block);
  }

  private void overBlocks(JobContext context, BlockWork work) {
    int n = outputs.size();
    ComputePool.shared()
        .forEach(
            (n + ColumnTile.WIDTH - 1) / ColumnTile.WIDTH,
            b -> {
              context.checkCancelled();
              int from = b * ColumnTile.WIDTH;
              work.on(from, outputs.block(from, Math.min(n, from + ColumnTile.WIDTH)));
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
              .solve(y -> product(y, context), ridge, query.gradient(weight), context);
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
    float[][] rows = Matrices.floats(y);
    double[][] sum = new double[y.length][y[0].length];
    overBlocks(
        context,
        (first, block) -> {
          ColumnTile read = read(block);
          float[][] g = gradients(block);
          double[] along = GradientTile.dots(g, read.times(rows));
          for (float[] column : g) {
            for (int j = 0; j < along.length; j++) {
              column[j] *= (float) along[j];
            }
          }
          add(sum, read.transposed().times(g));
        });
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
    float[][] rows = Matrices.floats(y);
    double[] products = new double[doubts.length];
    overBlocks(
        context,
        (first, block) -> {
          double[] of = GradientTile.dots(gradients(block), read(block).times(rows));
          System.arraycopy(of, 0, products, first, of.length);
        });
    return products;
  }

  private ColumnTile read(OutputGradients.Block block) {
    return ColumnTile.ofRows(Doubles.floats(block.features()), block.size(), outputs.featureSize());
  }

  /** Columns [E][n]. */
  private float[][] gradients(OutputGradients.Block block) {
    return Matrices.transposed(
        Matrices.floats(Matrices.rows(block.gradients(), outputs.embeddingSize())));
  }
}
