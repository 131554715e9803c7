package eifexplorer.ui.explore.strips;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import java.util.Optional;

/** Scores with both rankings, made in the background; immutable. */
public final class RankedInfluence {
  private final InfluenceQuery query;
  private final InfluenceScores scores;
  private final int[] harmful;
  private final int[] helpful;

  /** Rank of every training sample from 1: negative among the helpful ones, 0 for neither. */
  private final int[] ranks;

  private final ScoreScale scale;
  private final ScoreHistogram histogram;
  private final Optional<RankedInfluence> base;

  private RankedInfluence(
      InfluenceQuery query, InfluenceScores scores, Optional<RankedInfluence> base) {
    this.query = query;
    this.scores = scores;
    this.harmful = scores.harmful();
    this.helpful = scores.helpful();
    this.ranks = new int[scores.size()];
    number(harmful, 1);
    number(helpful, -1);
    this.scale = ScoreScale.upTo(Math.max(largest(harmful), largest(helpful)));
    this.histogram = ScoreHistogram.of(scores, scale);
    this.base = base;
  }

  /** Ranks the scores of a query. */
  public static RankedInfluence of(InfluenceQuery query, InfluenceScores scores) {
    return new RankedInfluence(query, scores, Optional.empty());
  }

  /** Ranks the scores of a wider query, to be compared with those of its pair. */
  static RankedInfluence against(
      RankedInfluence pair, InfluenceQuery query, InfluenceScores scores) {
    return new RankedInfluence(query, scores, Optional.of(pair));
  }

  private void number(int[] ranking, int sign) {
    for (int i = 0; i < ranking.length; i++) {
      ranks[ranking[i]] = sign * (i + 1);
    }
  }

  private double largest(int[] ranking) {
    return ranking.length == 0 ? 0 : Math.abs(scores.influence(ranking[0]));
  }

  /** What was asked. */
  public InfluenceQuery query() {
    return query;
  }

  /** Whether nothing is confused: the two images of every pair asked for have the same class. */
  boolean isOfOneClass(ExplorerSession session) {
    return query.pairs().stream()
        .allMatch(
            pair ->
                session.testSample(pair.first()).label()
                    == session.testSample(pair.second()).label());
  }

  /** The scores of every training sample. */
  public InfluenceScores scores() {
    return scores;
  }

  /** How the scores are written and drawn. */
  public ScoreScale scale() {
    return scale;
  }

  /** How the scores are distributed. */
  public ScoreHistogram histogram() {
    return histogram;
  }

  /** How many training samples are of a kind. */
  public int count(InfluenceKind kind) {
    return ranking(kind).length;
  }

  /** The training index at a rank, from 0, the strongest first. */
  public int trainIndex(InfluenceKind kind, int rank) {
    return ranking(kind)[rank];
  }

  /** The kind of a training sample; empty if its score is zero. */
  public Optional<InfluenceKind> kind(int trainIndex) {
    if (ranks[trainIndex] == 0) {
      return Optional.empty();
    }
    return Optional.of(ranks[trainIndex] > 0 ? InfluenceKind.HARMFUL : InfluenceKind.HELPFUL);
  }

  /** The rank of a training sample among its kind, from 0; -1 if its score is zero. */
  public int rank(int trainIndex) {
    return Math.abs(ranks[trainIndex]) - 1;
  }

  /**
   * How a training sample moved against the pair alone: {@code ↑3} towards the strongest, {@code ↓12}, {@code new} if it
   * was not of its kind there; empty if it did not move or there is nothing to compare with.
   */
  public String move(int trainIndex) {
    if (base.isEmpty()) {
      return "";
    }
    int now = ranks[trainIndex];
    int before = base.get().ranks[trainIndex];
    if (Integer.signum(now) != Integer.signum(before)) {
      return Texts.of("new");
    }
    int up = Math.abs(before) - Math.abs(now);
    return up == 0 ? "" : (up > 0 ? "↑" : "↓") + Texts.count(Math.abs(up));
  }

  private int[] ranking(InfluenceKind kind) {
    return kind == InfluenceKind.HARMFUL ? harmful : helpful;
  }

  /** Both counts: {@code 612 helpful, 790 harmful}. */
  public String countText() {
    return Texts.of(
        "{0} helpful, {1} harmful", Texts.count(helpful.length), Texts.count(harmful.length));
  }
}
