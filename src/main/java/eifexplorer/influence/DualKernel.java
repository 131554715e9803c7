package eifexplorer.influence;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.BlockedCholesky;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** The kernel with all its N² numbers: factorised once, exact. */
final class DualKernel implements OutputKernel {
  private static final int BLOCK = 512;

  /** Queries whose products with the samples are kept at once. */
  private static final int QUERIES_AT_ONCE = 128;

  private final OutputGradients outputs;
  private final double[][] weight;
  private final List<OutputGradients.Block> blocks = new ArrayList<>();
  private final double[] doubts;
  private final BlockedCholesky factor;

  /**
   * Factorises.
   *
   * @param lambda share of the kernel's mean diagonal, above 0
   * @param weight W [E][F]
   */
  DualKernel(OutputGradients outputs, double lambda, double[][] weight, JobContext context) {
    this.outputs = outputs;
    this.weight = weight;
    int n = outputs.size();
    this.doubts = new double[n];
    for (int from = 0; from < n; from += BLOCK) {
      context.checkCancelled();
      OutputGradients.Block block = outputs.block(from, Math.min(n, from + BLOCK));
      System.arraycopy(block.doubts(), 0, doubts, from, block.size());
      blocks.add(new OutputGradients.Block(new double[0], block.gradients(), block.doubts()));
    }
    this.factor = factor(kernel(lambda, context), context);
  }

  private static BlockedCholesky factor(double[][] kernel, JobContext context) {
    try {
      return BlockedCholesky.of(kernel, context);
    } catch (ArithmeticException e) {
      throw new ProblemException(
          "The kernel can't be inverted: " + e.getMessage(),
          "",
          "Take a larger lambda, and check the features for values that are not finite.");
    }
  }

  /** Bytes it takes for N samples with embeddings of E numbers. */
  static long bytes(int n, int embeddingSize) {
    return BlockedCholesky.bytes(n) + 8L * n * embeddingSize;
  }

  private double[][] kernel(double lambda, JobContext context) {
    int n = outputs.size();
    double[][] lower = new double[n][];
    double trace = 0;
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
    }
    for (int column = 0; column < blocks.size(); column++) {
      context.checkCancelled();
      fill(lower, column, context);
      context.progress(Math.min(n, (column + 1) * BLOCK), n, "columns of the kernel");
    }
    for (int i = 0; i < n; i++) {
      trace += lower[i][i];
    }
    for (int i = 0; i < n; i++) {
      lower[i][i] += lambda * trace / n;
    }
    return lower;
  }

  /** One block of columns, from the diagonal down. */
  private void fill(double[][] lower, int column, JobContext context) {
    int first = column * BLOCK;
    int width = blocks.get(column).size();
    double[] own = outputs.features(first, first + width);
    PackedMatrix gradients = transposed(blocks.get(column).gradients(), outputs.embeddingSize());
    PackedMatrix features = transposed(own, outputs.featureSize());
    for (int b = column; b < blocks.size(); b++) {
      context.checkCancelled();
      OutputGradients.Block block = blocks.get(b);
      double[] rows = outputs.features(b * BLOCK, b * BLOCK + block.size());
      double[] ofGradients = gradients.leftMultiply(block.gradients(), block.size());
      double[] ofFeatures = features.leftMultiply(rows, block.size());
      for (int i = 0; i < block.size(); i++) {
        double[] row = lower[b * BLOCK + i];
        for (int j = 0; j < width && first + j < row.length; j++) {
          row[first + j] = ofGradients[i * width + j] * ofFeatures[i * width + j];
        }
      }
    }
  }

  private static PackedMatrix transposed(double[] rows, int size) {
    return PackedMatrix.ofTransposed(Matrices.rows(rows, size));
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
      solved.addAll(
          ComputePool.shared()
              .map(
                  products.length,
                  q -> {
                    context.checkCancelled();
                    return factor.solve(products[q]);
                  }));
      context.progress(to, queries.size(), "pairs");
    }
    return solved;
  }

  /** phi of each query [q][N]. */
  private double[][] products(List<PairDistance> queries, JobContext context) {
    QuerySamples samples = QuerySamples.of(queries, weight);
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
