package eifexplorer.export;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;

/**
 * A query with its result.
 *
 * @param query what was asked
 * @param scores the answer
 */
public record ScoredQuery(InfluenceQuery query, InfluenceScores scores) {
  /** The pair's test indices, or (-1, -1) for a query of several pairs. */
  public int[] pair() {
    if (query.pairs().size() != 1) {
      return new int[] {-1, -1};
    }
    return new int[] {query.pairs().get(0).first(), query.pairs().get(0).second()};
  }
}
