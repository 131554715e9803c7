package eifexplorer.math;

/**
 * Sums of rows in single precision: {@code S += A B}, where every row is an array of its own and nothing of B is copied.
 *
 * <p>Two sums take three rows of B at a time, in the shape of {@link PackedMatrix}: the compiler vectorises that, and not the
 * same with the factors where they are.
 */
public final class RowSums {
  /** Rows of B used before the next two sums: 96 rows of 512 floats stay in the second-level cache. */
  private static final int TILE_ROWS = 96;

  private RowSums() {}

  /**
   * Adds to each of the sums the rows of B times its factors; by one thread.
   *
   * @param sums S [m][n]
   * @param factors A [m][k]
   * @param b [k][n], none of them one of the sums
   */
  public static void add(float[][] sums, float[][] factors, float[][] b) {
    // An odd last sum is paired with one that is thrown away.
    float[] rest = new float[sums.length % 2 == 0 ? 0 : sums[0].length];
    for (int tile = 0; tile < b.length; tile += TILE_ROWS) {
      addTile(sums, factors, b, tile, rest);
    }
  }

  private static void addTile(
      float[][] sums, float[][] factors, float[][] b, int tile, float[] rest) {
    int k = Math.min(TILE_ROWS, b.length - tile);
    // Filled up with zeros to a multiple of three, which the last row is taken with.
    float[] first = new float[TILE_ROWS];
    float[] second = new float[TILE_ROWS];
    for (int i = 0; i < sums.length; i += 2) {
      boolean alone = i + 1 == sums.length;
      System.arraycopy(factors[i], tile, first, 0, k);
      System.arraycopy(factors[alone ? i : i + 1], tile, second, 0, k);
      float[] other = alone ? rest : sums[i + 1];
      for (int r = 0; r < k; r += 3) {
        addThree(sums[i], other, first, second, r, b, tile + r, tile + k - 1);
      }
    }
  }

  private static void addThree(
      float[] sum, float[] other, float[] f, float[] g, int r, float[][] b, int row, int last) {
    addThree(
        sum,
        other,
        b[row],
        b[Math.min(row + 1, last)],
        b[Math.min(row + 2, last)],
        f[r],
        f[r + 1],
        f[r + 2],
        g[r],
        g[r + 1],
        g[r + 2]);
  }

  private static void addThree(
      float[] sum,
      float[] other,
      float[] b0,
      float[] b1,
      float[] b2,
      float f0,
      float f1,
      float f2,
      float g0,
      float g1,
      float g2) {
    for (int j = 0; j < sum.length; j++) {
      float x = b0[j];
      float y = b1[j];
      float z = b2[j];
      sum[j] = Math.fma(f0, x, Math.fma(f1, y, Math.fma(f2, z, sum[j])));
      other[j] = Math.fma(g0, x, Math.fma(g1, y, Math.fma(g2, z, other[j])));
    }
  }
}
