package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.ThetaPath.Direction;
import eifexplorer.influence.ThetaWalk.Moved;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights that EIF moved to for a query: small matrices that are found from the query's test samples alone, and by which
 * any part of the training samples can be scored, on any machine. Immutable.
 */
public final class MovedWeights implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] firsts;
  private final int[] seconds;
  private final double[][] embeddings;
  private final Direction[] directions;
  private final double[][] moves;
  private final double[][] distances;
  private final boolean[] stopped;

  private MovedWeights(
      int[] firsts, int[] seconds, double[][] embeddings, List<Moved<LowRankTheta>> thetas) {
    this.firsts = firsts;
    this.seconds = seconds;
    this.embeddings = embeddings;
    this.directions = thetas.stream().map(t -> t.path().direction()).toArray(Direction[]::new);
    this.moves = thetas.stream().map(t -> t.theta().moves()).toArray(double[][]::new);
    this.distances = thetas.stream().map(t -> t.path().distances()).toArray(double[][]::new);
    this.stopped = new boolean[directions.length];
    for (int t = 0; t < stopped.length; t++) {
      stopped[t] = thetas.get(t).path().stopped();
    }
  }

  static MovedWeights of(InfluenceQuery query, WalkedQuery walked) {
    QuerySpan span = walked.span();
    return new MovedWeights(
        query.pairs().stream().mapToInt(TestPair::first).toArray(),
        query.pairs().stream().mapToInt(TestPair::second).toArray(),
        IntStream.range(0, span.samples()).mapToObj(span::embedding).toArray(double[][]::new),
        walked.thetas());
  }

  /** The query again, in a bundle with the same test samples and head. */
  WalkedQuery walked(EmbeddingBundle bundle) {
    List<TestPair> pairs =
        IntStream.range(0, firsts.length)
            .mapToObj(p -> new TestPair(firsts[p], seconds[p]))
            .toList();
    QuerySpan span =
        new QuerySpan(
            new PairDistance(bundle, new InfluenceQuery(pairs, "moved weights")), embeddings);
    return new WalkedQuery(
        span, IntStream.range(0, moves.length).mapToObj(t -> theta(span, t)).toList());
  }

  private Moved<LowRankTheta> theta(QuerySpan span, int t) {
    return new Moved<>(
        LowRankTheta.at(span, moves[t]), new ThetaPath(directions[t], distances[t], stopped[t]));
  }
}
