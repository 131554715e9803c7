package eifexplorer.influence;

import eifexplorer.influence.TestProducts.Products;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.CosineMove;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.SampleBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What training features must be multiplied with for some queries, one row after the other, and what the products mean.
 *
 * <p>For a query with basis V [r,E] and thetas {@code W + V^T D}, {@code D = Z^T Fp} [r,F]: the rows of {@code V W}, whose
 * products are the embeddings' coordinates but for the bias, and those of D, whose products are the moves of the embeddings
 * along V. Both are sums over the query's test samples, so that each sample's features and {@code W^T e0} do as well, and their
 * products serve other queries too ({@link TestProducts}). Not so where samples are so near to one another that their
 * products would take each other's digits away: there V W and D are made first, in double precision.
 */
final class QueryRows {
  /** How much longer than a sum its terms together may be before their rounding shows. */
  private static final double LONGEST_TERMS = 4;

  /** A loss that falls by more is a small rest of a large one, and the rest holds its rounding. */
  private static final double LARGEST_FALL = -2;

  private final SampleBlock weight;
  private final TestProducts products;
  private final int trainingSamples;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<float[]> rows = new ArrayList<>();
  private final Map<Integer, Products> kept = new HashMap<>();
  private final Map<Integer, Integer> firstRows = new HashMap<>();

  /** Finds r columns [r][n] for a block's samples {@code from} to {@code to}, given the products of the rows [R][n]. */
  private interface Columns {
    float[][] of(float[][] rowProducts, int from, int to);
  }

  /**
   * One theta of one query.
   *
   * @param query which
   * @param theta which
   * @param moves along V
   * @param squaredTerms see {@link WalkedQuery#squaredTerms}
   * @param coordinates {@code e V^T - b V^T}
   * @param offsets {@code b V^T} [r]
   * @param proxyProducts {@code n(P) V^T} [C*K][r]
   */
  private record Lane(
      WalkedQuery query,
      int theta,
      Columns moves,
      double squaredTerms,
      Columns coordinates,
      double[] offsets,
      float[][] proxyProducts) {}

  /**
   * Rows for these queries.
   *
   * @param weight W^T [F,E]
   * @param bias b [E]
   * @param proxies n(P) [C*K,E]
   * @param products where products are looked up and kept
   * @param trainingSamples N
   */
  QueryRows(
      List<WalkedQuery> queries,
      SampleBlock weight,
      double[] bias,
      SampleBlock proxies,
      TestProducts products,
      int trainingSamples) {
    this.weight = weight;
    this.products = products;
    this.trainingSamples = trainingSamples;
    for (WalkedQuery query : queries) {
      double[][] basis = query.span().basis();
      double[] offsets = Arrays.stream(basis).mapToDouble(v -> Doubles.dot(v, bias)).toArray();
      float[][] proxyProducts = Matrices.transposed(proxies.times(Matrices.floats(basis)));
      Columns coordinates = coordinates(query.span());
      for (int t = 0; t < query.thetas().size(); t++) {
        lanes.add(
            new Lane(
                query,
                t,
                moves(query, t),
                query.squaredTerms(t),
                coordinates,
                offsets,
                proxyProducts));
      }
    }
    turnEmbeddings();
  }

  private void turnEmbeddings() {
    int[] places = firstRows.values().stream().mapToInt(first -> first + 1).toArray();
    if (places.length == 0) {
      return;
    }
    float[][] turned =
        weight.times(Arrays.stream(places).mapToObj(rows::get).toArray(float[][]::new));
    for (int i = 0; i < places.length; i++) {
      rows.set(places[i], turned[i]);
    }
  }

  private Columns coordinates(QuerySpan span) {
    return span.basisFactors(LONGEST_TERMS)
        .map(factors -> sums(span, factors, 1))
        .orElseGet(() -> own(weight.times(Matrices.floats(span.basis()))));
  }

  private Columns moves(WalkedQuery query, int theta) {
    return query
        .moveFactors(theta, LONGEST_TERMS)
        .map(factors -> sums(query.span(), factors, 0))
        .orElseGet(() -> own(Matrices.floats(query.direction(theta))));
  }

  private Columns own(float[][] added) {
    int first = rows.size();
    rows.addAll(Arrays.asList(added));
    return (rowProducts, from, to) -> Arrays.copyOfRange(rowProducts, first, first + added.length);
  }

  /** Sums over a query's samples with factors [r][m]: of their features' products (0) or their embeddings' (1). */
  private Columns sums(QuerySpan span, double[][] factors, int kind) {
    float[][] rounded = Matrices.floats(factors);
    int[] samples = span.pairs().testSamples();
    for (int j = 0; j < samples.length; j++) {
      require(samples[j], span, j);
    }
    return (rowProducts, from, to) -> {
      float[][] columns = new float[samples.length][];
      for (int j = 0; j < columns.length; j++) {
        columns[j] = column(samples[j], kind, rowProducts, from, to);
      }
      return ColumnTile.of(columns).times(rounded);
    };
  }

  private void require(int sample, QuerySpan span, int j) {
    if (!kept.containsKey(sample) && !firstRows.containsKey(sample)) {
      products
          .find(sample)
          .ifPresentOrElse(
              found -> kept.put(sample, found),
              () -> {
                firstRows.put(sample, rows.size());
                rows.add(Doubles.floats(span.pairs().features(j)));
                // Its place: W^T e0 of all samples is made in one pass over the weight.
                rows.add(Doubles.floats(span.embedding(j)));
              });
    }
  }

  private float[] column(int sample, int kind, float[][] rowProducts, int from, int to) {
    Products found = kept.get(sample);
    if (found == null) {
      return rowProducts[Objects.requireNonNull(firstRows.get(sample)) + kind];
    }
    return Arrays.copyOfRange(kind == 0 ? found.features() : found.embeddings(), from, to);
  }

  /** All rows [R][F]; none if everything is known already. */
  float[][] rows() {
    return rows.toArray(float[][]::new);
  }

  /** Room for the products of test samples with all training samples, by their first row; as many as can be kept. */
  Map<Integer, Products> emptyProducts() {
    Map<Integer, Products> empty = new HashMap<>();
    firstRows.values().stream()
        .limit(products.room(trainingSamples))
        .forEach(row -> empty.put(row, Products.of(trainingSamples)));
    return empty;
  }

  /** Keeps products that are filled in now, by their first row. */
  void keep(Map<Integer, Products> filled) {
    firstRows.forEach(
        (sample, row) -> {
          if (filled.containsKey(row)) {
            products.keep(sample, filled.get(row));
          }
        });
  }

  /** Number of thetas of all queries, query after query. */
  int lanes() {
    return lanes.size();
  }

  /** The moves of a block's samples, from sample {@code from} on, one a lane, given its products with the rows [R][n]. */
  List<CosineMove> moves(
      float[][] rowProducts, int from, double[] squares, double[] featureSquares) {
    return lanes.stream()
        .map(
            lane ->
                CosineMove.of(
                    squares,
                    ways(squares, featureSquares, lane),
                    lane.moves().of(rowProducts, from, from + squares.length),
                    lane.coordinates().of(rowProducts, from, from + squares.length),
                    lane.offsets(),
                    lane.proxyProducts()))
        .toList();
  }

  private static double[] ways(double[] squares, double[] featureSquares, Lane lane) {
    double[] ways = squares.clone();
    for (int j = 0; j < ways.length; j++) {
      ways[j] += lane.squaredTerms() * featureSquares[j];
    }
    return ways;
  }

  /** Replaces the changes of losses of those samples of a block, which begins with sample {@code from}, that are doubtful. */
  void correct(int lane, CosineMove move, int from, ExactChanges exact, double[] changes) {
    int[] doubtful =
        IntStream.range(0, changes.length)
            .filter(j -> move.doubtful(j) || !(changes[j] > LARGEST_FALL))
            .toArray();
    if (doubtful.length > 0) {
      int[] samples = Arrays.stream(doubtful).map(j -> from + j).toArray();
      Lane of = lanes.get(lane);
      double[] right =
          exact.of(samples, of.query().span().basis(), of.query().direction(of.theta()));
      for (int i = 0; i < doubtful.length; i++) {
        changes[doubtful[i]] = right[i];
      }
    }
  }
}
