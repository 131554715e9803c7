package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.math.ColumnTile;

/** Rows in tiles, so that their products with a few other rows are one pass at the memory's speed. Immutable. */
final class TiledRows implements FeatureMatrix {
  /** Rows of a tile. */
  static final int WIDTH = ColumnTile.WIDTH;

  private final ColumnTile[] tiles;
  private final int rows;
  private final int columns;

  /** Copies the rows. */
  TiledRows(FeatureMatrix matrix) {
    this.rows = matrix.rows();
    this.columns = matrix.columns();
    this.tiles = new ColumnTile[(rows + WIDTH - 1) / WIDTH];
    ComputePool.shared().forEach(tiles.length, t -> tiles[t] = tile(matrix, t));
  }

  private ColumnTile tile(FeatureMatrix matrix, int t) {
    int count = Math.min(WIDTH, rows - t * WIDTH);
    float[] block = new float[count * columns];
    matrix.copyRows(t * WIDTH, t * WIDTH + count, block, 0);
    return ColumnTile.ofRows(block, count, columns);
  }

  /** Number of tiles; tile t begins with row {@code t * WIDTH}. */
  int tiles() {
    return tiles.length;
  }

  /** Rows of a tile. */
  int size(int t) {
    return tiles[t].width();
  }

  /** Products of queries [q][F] with every row of a tile, [q][size]. */
  float[][] products(float[][] queries, int t) {
    return tiles[t].times(queries);
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
      ColumnTile tile = tiles[row / WIDTH];
      int start = offset + (row - from) * columns;
      for (int c = 0; c < columns; c++) {
        target[start + c] = tile.value(row % WIDTH, c);
      }
    }
  }
}
