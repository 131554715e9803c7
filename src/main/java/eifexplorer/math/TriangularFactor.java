package eifexplorer.math;

import eifexplorer.job.JobContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The lower factor of a symmetric, positive definite matrix in single precision, {@code M = L L^T}, for turning many rows:
 * {@code X L^-T}, whose squared lengths are those of X under M^-1. Immutable, safe for use from any thread.
 *
 * <p>L is kept in blocks of rows; nearly all is products of {@link MatrixMath}. {@link BlockedCholesky} is for single right sides
 * in double precision, {@link Cholesky} for some hundred rows.
 */
public final class TriangularFactor {
  private static final int BLOCK = 256;

  private final List<Block> blocks = new ArrayList<>();
  private final MatrixMath math;
  private final int size;

  /**
   * Rows {@code from} to {@code from + width} of L.
   *
   * @param left their columns before {@code from} [width,from]
   * @param inverse of the square on the diagonal [width,width]
   */
  private record Block(int from, int width, float[] left, float[] inverse) {}

  private TriangularFactor(int size, MatrixMath math) {
    this.size = size;
    this.math = math;
  }

  /**
   * Factorises.
   *
   * @param matrix M [n,n], row major, of which the lower half counts
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  public static TriangularFactor of(float[] matrix, int n, MatrixMath math, JobContext context) {
    return of(matrix, n, BLOCK, math, context);
  }

  static TriangularFactor of(
      float[] matrix, int n, int blockRows, MatrixMath math, JobContext context) {
    TriangularFactor factor = new TriangularFactor(n, math);
    for (int from = 0; from < n; from += blockRows) {
      context.checkCancelled();
      factor.add(matrix, from, Math.min(blockRows, n - from));
    }
    return factor;
  }

  private void add(float[] matrix, int from, int width) {
    float[] rows = new float[width * from];
    for (int i = 0; i < width; i++) {
      System.arraycopy(matrix, (from + i) * size, rows, i * from, from);
    }
    float[] left = turned(rows, width, from);
    float[] squares = new float[width * width];
    math.timesTransposed(left, width, left, width, from, squares);
    double[][] rest = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        rest[i][j] = (double) matrix[(from + i) * size + from + j] - squares[i * width + j];
      }
    }
    blocks.add(new Block(from, width, left, Cholesky.inverseFactor(rest)));
  }

  /** {@code X L^-T} of rows X [m,n], a copy. */
  public float[] turned(float[] rows, int m) {
    return turned(rows, m, size);
  }

  /** The first {@code columns} columns, by the blocks there are. */
  private float[] turned(float[] rows, int m, int columns) {
    float[] turned = new float[rows.length];
    for (Block block : blocks) {
      if (block.from < columns) {
        float[] part = rest(rows, turned, m, columns, block);
        float[] solved = new float[part.length];
        math.timesTransposed(part, m, block.inverse, block.width, block.width, solved);
        for (int i = 0; i < m; i++) {
          System.arraycopy(solved, i * block.width, turned, i * columns + block.from, block.width);
        }
      }
    }
    return turned;
  }

  /** A block's columns of the rows [m,width] less what the columns that are turned take from them. */
  private float[] rest(float[] rows, float[] turned, int m, int columns, Block block) {
    float[] rest = Matrices.columnsOf(rows, columns, block.from, block.from + block.width);
    if (block.from > 0) {
      float[] product = new float[rest.length];
      float[] before = Matrices.columnsOf(turned, columns, 0, block.from);
      math.timesTransposed(before, m, block.left, block.width, block.from, product);
      for (int k = 0; k < rest.length; k++) {
        rest[k] -= product[k];
      }
    }
    return rest;
  }
}
