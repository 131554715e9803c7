package eifexplorer.export;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.ScoreStability;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A query with its result.
 *
 * @param query what was asked
 * @param scores the answer
 * @param stability how far it holds; empty if that was not asked for, or there is nothing to hold it against
 * @param more further fields of its JSON
 */
public record ScoredQuery(
    InfluenceQuery query,
    InfluenceScores scores,
    Optional<ScoreStability> stability,
    Map<String, ?> more) {
  /** Copies the map. */
  public ScoredQuery {
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  /** Without knowing how far the answer holds. */
  public ScoredQuery(InfluenceQuery query, InfluenceScores scores) {
    this(query, scores, Optional.empty(), Map.of());
  }

  /** The pair's test indices, or (-1, -1) for a query of several pairs. */
  public int[] pair() {
    if (query.pairs().size() != 1) {
      return new int[] {-1, -1};
    }
    return new int[] {query.pairs().get(0).first(), query.pairs().get(0).second()};
  }
}
