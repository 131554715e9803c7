package eifexplorer.influence;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.KernelSystem;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** The kernel with all its N² numbers: factorised once, exact. */
final class DualKernel implements OutputKernel {
  private static final int BLOCK = 512;

  /** Queries whose products with the samples are kept at once. */
  private static final int QUERIES_AT_ONCE = 128;

  private final OutputGradients outputs;
  private final List<OutputGradients.Block> blocks = new ArrayList<>();
  private final double[] doubts;
  private final KernelSystem system;

  /**
   * Factorises.
   *
   * @param math where it is factorised
   * @param lambda share of the kernel's mean diagonal, above 0
   */
  DualKernel(MatrixMath math, OutputGradients outputs, double lambda, JobContext context) {
    this.outputs = outputs;
    int n = outputs.size();
    this.doubts = new double[n];
    for (int from = 0; from < n; from += BLOCK) {
      context.checkCancelled();
      OutputGradients.Block block = outputs.block(from, Math.min(n, from + BLOCK));
      System.arraycopy(block.doubts(), 0, doubts, from, block.size());
      blocks.add(new OutputGradients.Block(new double[0], block.gradients(), block.doubts()));
    }
    this.system = system(math, lambda, context);
  }

  private KernelSystem system(MatrixMath math, double lambda, JobContext context) {
    try {
      return math.kernelSystem(new Rows(), lambda, context);
    } catch (ArithmeticException e) {
      throw new ProblemException(
          "The kernel can't be inverted: " + e.getMessage(),
          "",
          "Take a larger lambda, and check the features for values that are not finite.");
    }
  }

  /** Bytes it takes for N samples with embeddings of E numbers. */
  static long bytes(MatrixMath math, int n, int embeddingSize) {
    return math.kernelBytes(n) + 8L * n * embeddingSize;
  }

  /** What the kernel is of. */
  private final class Rows implements KernelSystem.Rows {
    @Override
    public int count() {
      return outputs.size();
    }

    @Override
    public double[] left(int from, int to) {
      double[] rows = new double[(to - from) * outputs.embeddingSize()];
      for (int first = from; first < to; first += BLOCK) {
        double[] block = blocks.get(first / BLOCK).gradients();
        System.arraycopy(block, 0, rows, (first - from) * outputs.embeddingSize(), block.length);
      }
      return rows;
    }

    @Override
    public double[] right(int from, int to) {
      return outputs.features(from, to);
    }
  }

  @Override
  public double[] doubts() {
    return doubts;
  }

  @Override
  public List<double[]> solve(List<PairDistance> queries, JobContext context) {
    List<double[]> solved = new ArrayList<>();
    for (int from = 0; from < queries.size(); from += QUERIES_AT_ONCE) {
      int to = Math.min(queries.size(), from + QUERIES_AT_ONCE);
      double[][] products = products(queries.subList(from, to), context);
      solved.addAll(system.solve(products, context));
      context.progress(to, queries.size(), "pairs");
    }
    return solved;
  }

  /** phi of each query [q][N]. */
  private double[][] products(List<PairDistance> queries, JobContext context) {
    QuerySamples samples = QuerySamples.of(queries, outputs.weight());
    double[][] products = new double[queries.size()][outputs.size()];
    ComputePool.shared()
        .forEach(
            blocks.size(),
            b -> {
              context.checkCancelled();
              OutputGradients.Block block = blocks.get(b);
              double[] rows = outputs.features(b * BLOCK, b * BLOCK + block.size());
              samples.addProducts(rows, block.gradients(), block.size(), products, b * BLOCK);
            });
    return products;
  }
}
