package eifexplorer.math;

import java.util.Arrays;

/**
 * How the cosines of a block's n samples with the proxies change when the embeddings e change by {@code T V} for an
 * orthonormal V [r,E]: {@code cos' = cos (1 + stretch) + T/||e'|| (V n(P)^T)}. Immutable.
 */
public final class CosineMove {
  /** How much larger than an embedding's square those of the parts it is a sum of may be before rounding shows. */
  private static final double LONGEST_WAY = 4;

  private final float[] stretch;
  private final float[][] moved;
  private final float[][] proxyProducts;
  private final boolean[] doubtful;

  private CosineMove(
      float[] stretch, float[][] moved, float[][] proxyProducts, boolean[] doubtful) {
    this.stretch = stretch;
    this.moved = moved;
    this.proxyProducts = proxyProducts;
    this.doubtful = doubtful;
  }

  /**
   * From the products of a block.
   *
   * @param squares squared lengths of e [n]
   * @param ways squared lengths of what e and T V are sums of, as far as they may cancel [n]
   * @param moves T [r][n]
   * @param coordinates {@code e V^T - b V^T} [r][n]
   * @param offsets {@code b V^T} [r]
   * @param proxyProducts {@code (V n(P)^T)^T} [C*K][r]
   */
  public static CosineMove of(
      double[] squares,
      double[] ways,
      float[][] moves,
      float[][] coordinates,
      double[] offsets,
      float[][] proxyProducts) {
    int n = squares.length;
    double[] growth = new double[n];
    double[] way = ways.clone();
    for (int k = 0; k < moves.length; k++) {
      for (int j = 0; j < n; j++) {
        double t = moves[k][j];
        growth[j] += t * (2 * (coordinates[k][j] + offsets[k]) + t);
        way[j] += t * t;
      }
    }
    float[] stretch = new float[n];
    float[] inverse = new float[n];
    for (int j = 0; j < n; j++) {
      double length = length(squares[j]);
      double newLength = length(squares[j] + growth[j]);
      inverse[j] = (float) (1 / newLength);
      // The lengths' difference by way of their squares': what they have in common is then not
      // rounded away.
      boolean plain = length == UnitRows.SHORTEST || newLength == UnitRows.SHORTEST;
      double change = plain ? length - newLength : -growth[j] / (length + newLength);
      stretch[j] = (float) (change / newLength);
    }
    float[][] moved = new float[moves.length][n];
    for (int k = 0; k < moves.length; k++) {
      for (int j = 0; j < n; j++) {
        moved[k][j] = moves[k][j] * inverse[j];
      }
    }
    boolean[] doubtful = new boolean[n];
    for (int j = 0; j < n; j++) {
      doubtful[j] = way[j] > LONGEST_WAY * (squares[j] + growth[j]);
    }
    return new CosineMove(stretch, moved, proxyProducts, doubtful);
  }

  /** {@code max(||e||, 1e-12)} of a squared length, as it is divided by. */
  public static double length(double square) {
    return Math.max(Math.sqrt(Math.max(0, square)), UnitRows.SHORTEST);
  }

  /** Whether a sample's embedding gets so short on a long way that single precision does not do for it. */
  public boolean doubtful(int sample) {
    return doubtful[sample];
  }

  /** What cosines are stretched by, [n]; not to be changed. */
  public float[] stretch() {
    return stretch;
  }

  /** {@code T/||e'||} [r][n]; not to be changed. */
  public float[][] moved() {
    return moved;
  }

  /** A proxy's products with V [r]; not to be changed. */
  public float[] proxyProducts(int proxy) {
    return proxyProducts[proxy];
  }

  /** All proxies' products with V [C*K][r]; not to be changed. */
  public float[][] proxyProducts() {
    return proxyProducts;
  }

  /** What is added to the stretched cosines with proxies {@code from} to {@code to}, [to-from][n]. */
  public float[][] added(int from, int to) {
    float[][] rows = Arrays.copyOfRange(proxyProducts, from, to);
    return ColumnTile.of(moved).times(rows);
  }

  /** What is added to the stretched cosine with one proxy of each sample, [n]. */
  public float[] added(int[] proxies) {
    float[] sums = new float[proxies.length];
    for (int j = 0; j < sums.length; j++) {
      for (int k = 0; k < moved.length; k++) {
        sums[j] += moved[k][j] * proxyProducts[proxies[j]][k];
      }
    }
    return sums;
  }
}
