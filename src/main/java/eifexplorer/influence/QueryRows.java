package eifexplorer.influence;

import eifexplorer.engine.ColumnTile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What training features are multiplied with for some queries, one row after the other, and what the products mean.
 *
 * <p>For a query with basis V [r,E]: the rows of {@code V W}, whose products are the embeddings' coordinates but for the
 * bias, then for each of its thetas {@code W + V^T D} the rows of {@code D = Z^T Fp} [r,F], whose products are the moves of
 * the embeddings along V. D is made in double precision before: the features of a confused pair are near to one another, and
 * their products would take each other's digits away.
 */
final class QueryRows {
  /** A loss that falls by more is a small rest of a large one, and the rest holds its rounding. */
  private static final double LARGEST_FALL = -2;

  private final List<Lane> lanes = new ArrayList<>();
  private final List<float[]> rows = new ArrayList<>();

  /**
   * One theta of one query.
   *
   * @param basis V [r][E]
   * @param direction D [r][F]
   * @param coordinateRow where the rows of V W begin
   * @param moveRow where the rows of D begin
   * @param offsets {@code b V^T} [r]
   * @param proxyProducts {@code n(P) V^T} [C*K][r]
   */
  private record Lane(
      double[][] basis,
      double[][] direction,
      int coordinateRow,
      int moveRow,
      double[] offsets,
      float[][] proxyProducts) {}

  /**
   * Rows for these queries.
   *
   * @param weight tile of the E columns of W^T, F values each
   * @param bias b [E]
   * @param proxies tile of the E columns of n(P), C*K values each
   */
  QueryRows(List<WalkedQuery> queries, ColumnTile weight, double[] bias, ColumnTile proxies) {
    for (WalkedQuery query : queries) {
      double[][] basis = query.span().basis();
      float[][] rounded = Doubles.floats(basis);
      double[] offsets = Arrays.stream(basis).mapToDouble(v -> Doubles.dot(v, bias)).toArray();
      float[][] proxyProducts = Doubles.transposed(proxies.times(rounded));
      int coordinateRow = rows.size();
      rows.addAll(Arrays.asList(weight.times(rounded)));
      for (double[][] direction : query.directions()) {
        lanes.add(new Lane(basis, direction, coordinateRow, rows.size(), offsets, proxyProducts));
        rows.addAll(Arrays.asList(Doubles.floats(direction)));
      }
    }
  }

  /** All rows [R][F]. */
  float[][] rows() {
    return rows.toArray(float[][]::new);
  }

  /** Number of thetas of all queries, query after query. */
  int lanes() {
    return lanes.size();
  }

  /** The moves of a tile's samples, one a lane, from its products with the rows [R][n]. */
  List<TileMove> moves(float[][] products, double[] squares) {
    return lanes.stream()
        .map(
            lane ->
                TileMove.of(
                    squares,
                    part(products, lane.moveRow(), lane),
                    part(products, lane.coordinateRow(), lane),
                    lane.offsets(),
                    lane.proxyProducts()))
        .toList();
  }

  private static float[][] part(float[][] products, int from, Lane lane) {
    return Arrays.copyOfRange(products, from, from + lane.basis().length);
  }

  /** Replaces the changes of losses of those samples of a tile, which begins with sample {@code from}, that are doubtful. */
  void correct(int lane, TileMove move, int from, ExactChanges exact, double[] changes) {
    int[] doubtful =
        IntStream.range(0, changes.length)
            .filter(j -> move.doubtful(j) || !(changes[j] > LARGEST_FALL))
            .toArray();
    if (doubtful.length > 0) {
      int[] samples = Arrays.stream(doubtful).map(j -> from + j).toArray();
      double[] right = exact.of(samples, lanes.get(lane).basis(), lanes.get(lane).direction());
      for (int i = 0; i < doubtful.length; i++) {
        changes[doubtful[i]] = right[i];
      }
    }
  }
}
