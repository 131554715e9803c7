package eifexplorer.ui.explore;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.ui.kit.Texts;

/** Scores with both rankings, made in the background; immutable. */
public final class RankedInfluence {
  private final InfluenceQuery query;
  private final InfluenceScores scores;
  private final int[] harmful;
  private final int[] helpful;
  private final ScoreScale scale;

  private RankedInfluence(
      InfluenceQuery query, InfluenceScores scores, int[] harmful, int[] helpful) {
    this.query = query;
    this.scores = scores;
    this.harmful = harmful;
    this.helpful = helpful;
    this.scale = ScoreScale.upTo(Math.max(largest(harmful), largest(helpful)));
  }

  /** Ranks the scores of a query. */
  static RankedInfluence of(InfluenceQuery query, InfluenceScores scores) {
    return new RankedInfluence(query, scores, scores.harmful(), scores.helpful());
  }

  private double largest(int[] ranking) {
    return ranking.length == 0 ? 0 : Math.abs(scores.influence(ranking[0]));
  }

  /** What was asked. */
  public InfluenceQuery query() {
    return query;
  }

  /** The scores of every training sample. */
  public InfluenceScores scores() {
    return scores;
  }

  /** How the scores are written and drawn. */
  public ScoreScale scale() {
    return scale;
  }

  /** How many training samples are of a kind. */
  public int count(InfluenceKind kind) {
    return ranking(kind).length;
  }

  /** The training index at a rank, from 0, the strongest first. */
  public int trainIndex(InfluenceKind kind, int rank) {
    return ranking(kind)[rank];
  }

  private int[] ranking(InfluenceKind kind) {
    return kind == InfluenceKind.HARMFUL ? harmful : helpful;
  }

  /** Both counts: {@code 612 helpful, 790 harmful}. */
  public String countText() {
    return Texts.count(helpful.length) + " helpful, " + Texts.count(harmful.length) + " harmful";
  }
}
