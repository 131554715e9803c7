package eifexplorer.embedding;

import java.util.stream.IntStream;

/**
 * Rows in tiles of their transpose, so that their products with a few other rows are one pass at the memory's speed:
 * each tile is an array of columns, and the compiler vectorises {@code sum[j] += q * column[j]}. Immutable.
 */
final class TiledRows implements FeatureMatrix {
  /** Rows of a tile. */
  static final int WIDTH = 512;

  /** Columns used before the next query: 64 × 512 floats stay in the second-level cache. */
  private static final int COLUMNS_AT_ONCE = 64;

  private final float[][][] tiles;
  private final int rows;
  private final int columns;

  /** Copies the rows. */
  TiledRows(FeatureMatrix matrix) {
    this.rows = matrix.rows();
    this.columns = matrix.columns();
    this.tiles = new float[(rows + WIDTH - 1) / WIDTH][][];
    IntStream.range(0, tiles.length).parallel().forEach(t -> tiles[t] = tile(matrix, t));
  }

  private float[][] tile(FeatureMatrix matrix, int t) {
    int from = t * WIDTH;
    int count = Math.min(WIDTH, rows - from);
    float[] block = new float[count * columns];
    matrix.copyRows(from, from + count, block, 0);
    // Filled up with columns of zeros to a multiple of four, see products.
    float[][] tile = new float[(columns + 3) / 4 * 4][count];
    for (int c = 0; c < columns; c++) {
      for (int j = 0; j < count; j++) {
        tile[c][j] = block[j * columns + c];
      }
    }
    return tile;
  }

  /** Number of tiles; tile t begins with row {@code t * WIDTH}. */
  int tiles() {
    return tiles.length;
  }

  /** Rows of a tile. */
  int size(int t) {
    return tiles[t][0].length;
  }

  /** Products of queries [q][F] with every row of a tile, [q][size]. */
  float[][] products(float[][] queries, int t) {
    float[][] tile = tiles[t];
    float[][] sums = new float[queries.length][size(t)];
    for (int from = 0; from < tile.length; from += COLUMNS_AT_ONCE) {
      int to = Math.min(tile.length, from + COLUMNS_AT_ONCE);
      for (int q = 0; q < queries.length; q++) {
        for (int c = from; c < to; c += 4) {
          addFour(sums[q], queries[q], c, tile[c], tile[c + 1], tile[c + 2], tile[c + 3]);
        }
      }
    }
    return sums;
  }

  private static void addFour(
      float[] sum, float[] query, int c, float[] b0, float[] b1, float[] b2, float[] b3) {
    float f0 = query[c];
    float f1 = c + 1 < query.length ? query[c + 1] : 0;
    float f2 = c + 2 < query.length ? query[c + 2] : 0;
    float f3 = c + 3 < query.length ? query[c + 3] : 0;
    for (int j = 0; j < sum.length; j++) {
      sum[j] += f0 * b0[j] + f1 * b1[j] + f2 * b2[j] + f3 * b3[j];
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    for (int row = from; row < to; row++) {
      float[][] tile = tiles[row / WIDTH];
      int start = offset + (row - from) * columns;
      for (int c = 0; c < columns; c++) {
        target[start + c] = tile[c][row % WIDTH];
      }
    }
  }
}
