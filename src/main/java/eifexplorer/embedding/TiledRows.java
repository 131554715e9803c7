package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.math.ColumnTile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows in tiles, so that their products with a few other rows are one pass at the memory's speed. The first tiles are kept as
 * far as a quarter of the heap reaches, the others made again for each pass, to the same numbers. Immutable.
 */
final class TiledRows implements FeatureMatrix {
  /** Rows of a tile. */
  static final int WIDTH = ColumnTile.WIDTH;

  private static final int HEAP_SHARES = 4;

  private final ColumnTile[] kept;

  /** Where tiles that are not kept are made from; null if all are. */
  private final @Nullable FeatureMatrix source;

  private final int rows;
  private final int columns;

  /** Copies the rows that are kept, and holds on to the others. */
  TiledRows(FeatureMatrix matrix) {
    this(matrix, Runtime.getRuntime().maxMemory() / HEAP_SHARES);
  }

  /** As the other one, keeping at most so many bytes. */
  TiledRows(FeatureMatrix matrix, long mostBytes) {
    this.rows = matrix.rows();
    this.columns = matrix.columns();
    int room = (int) Math.min(tiles(), mostBytes / (4L * WIDTH * columns));
    this.kept = new ColumnTile[room];
    this.source = room == tiles() ? null : matrix;
    ComputePool.shared().forEach(room, t -> kept[t] = tile(matrix, t));
  }

  private ColumnTile tile(FeatureMatrix matrix, int t) {
    int count = Math.min(WIDTH, rows - t * WIDTH);
    float[] block = new float[count * columns];
    matrix.copyRows(t * WIDTH, t * WIDTH + count, block, 0);
    return ColumnTile.ofRows(block, count, columns);
  }

  /** Number of tiles; tile t begins with row {@code t * WIDTH}. */
  int tiles() {
    return (rows + WIDTH - 1) / WIDTH;
  }

  /** Rows of a tile. */
  int size(int t) {
    return Math.min(WIDTH, rows - t * WIDTH);
  }

  /** Products of queries [q][F] with every row of a tile, [q][size]. */
  float[][] products(float[][] queries, int t) {
    ColumnTile tile = t < kept.length ? kept[t] : tile(Objects.requireNonNull(source), t);
    return tile.times(queries);
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
    if (source != null) {
      source.copyRows(from, to, target, offset);
      return;
    }
    for (int row = from; row < to; row++) {
      ColumnTile tile = kept[row / WIDTH];
      int start = offset + (row - from) * columns;
      for (int c = 0; c < columns; c++) {
        target[start + c] = tile.value(row % WIDTH, c);
      }
    }
  }
}
