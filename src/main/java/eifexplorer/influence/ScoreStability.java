package eifexplorer.influence;

import eifexplorer.math.IndexOrder;
import java.util.List;
import java.util.Locale;

/**
 * How far the scores of a query hold when they are computed otherwise: with other seeds' last layers, with those of the run's
 * epochs, or by other estimators. For each training sample, in how many of these views its score has the same sign, and
 * between which ranks it moves.
 *
 * <p>Ranks are counted among all N from the end that the sample's own sign is at: 1 is the most harmful of all for a harmful
 * sample, the most helpful for a helpful one.
 */
public final class ScoreStability {
  /** A sample whose rank moves by no more than this share of N is in the same place. */
  public static final double SAME_PLACE = 0.1;

  private final String source;
  private final int views;
  private final int[] signs;
  private final int[] ranks;
  private final int[] highest;
  private final int[] lowest;
  private final int[] agreeing;

  private ScoreStability(String source, InfluenceScores own, int views) {
    int n = own.size();
    this.source = source;
    this.views = views;
    this.signs = new int[n];
    this.ranks = new int[n];
    this.highest = new int[n];
    this.lowest = new int[n];
    this.agreeing = new int[n];
  }

  /**
   * The stability of scores.
   *
   * @param source what the views are, in words: {@code 5 epochs of its run}
   * @param own the scores [N]
   * @param views the same query's scores, otherwise [V], at least one
   */
  public static ScoreStability of(String source, InfluenceScores own, List<InfluenceScores> views) {
    ScoreStability stability = new ScoreStability(source, own, views.size());
    int[] places = places(own);
    for (int i = 0; i < places.length; i++) {
      stability.signs[i] = (int) Math.signum(own.influence(i));
      stability.ranks[i] = stability.rank(i, places);
      stability.highest[i] = stability.ranks[i];
      stability.lowest[i] = stability.ranks[i];
    }
    views.forEach(stability::add);
    return stability;
  }

  private void add(InfluenceScores view) {
    int[] places = places(view);
    for (int i = 0; i < places.length; i++) {
      int rank = rank(i, places);
      highest[i] = Math.min(highest[i], rank);
      lowest[i] = Math.max(lowest[i], rank);
      agreeing[i] += Math.signum(view.influence(i)) == signs[i] ? 1 : 0;
    }
  }

  /** From 1, the most harmful first. */
  private static int[] places(InfluenceScores scores) {
    int[] order = IndexOrder.descending(scores.influences());
    int[] places = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      places[order[p]] = p + 1;
    }
    return places;
  }

  private int rank(int i, int[] places) {
    return signs[i] < 0 ? places.length + 1 - places[i] : places[i];
  }

  /** What the views are, in words. */
  public String source() {
    return source;
  }

  /** V. */
  public int views() {
    return views;
  }

  /** N. */
  public int size() {
    return ranks.length;
  }

  /** In how many views a sample's score has the sign that it has here. */
  public int sameSign(int trainIndex) {
    return agreeing[trainIndex];
  }

  /** A sample's rank here, from 1. */
  public int rank(int trainIndex) {
    return ranks[trainIndex];
  }

  /** The strongest of its ranks here and in the views. */
  public int highestRank(int trainIndex) {
    return highest[trainIndex];
  }

  /** The weakest of its ranks here and in the views. */
  public int lowestRank(int trainIndex) {
    return lowest[trainIndex];
  }

  /** Whether a sample that harms or helps has the same sign in every view, and the same place up to {@link #SAME_PLACE}. */
  public boolean isStable(int trainIndex) {
    int moved =
        Math.max(ranks[trainIndex] - highest[trainIndex], lowest[trainIndex] - ranks[trainIndex]);
    return signs[trainIndex] != 0
        && agreeing[trainIndex] == views
        && moved <= SAME_PLACE * ranks.length;
  }

  /** In words: {@code same sign in 5 of 5, rank 3 (2 to 14 of 1,402)}. */
  public String text(int trainIndex) {
    return String.format(
        Locale.ENGLISH,
        "same sign in %d of %d, rank %,d (%,d to %,d of %,d)",
        agreeing[trainIndex],
        views,
        ranks[trainIndex],
        highest[trainIndex],
        lowest[trainIndex],
        ranks.length);
  }
}
