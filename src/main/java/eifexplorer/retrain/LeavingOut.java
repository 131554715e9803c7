package eifexplorer.retrain;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.session.ExplorerSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether leaving out the harmful training images fixes a pair: the trial that the verdict on it rests on, with the paper's
 * recipe of re-weighted retraining.
 */
public final class LeavingOut {
  /** One trial, and one of random images, each. */
  public static final List<Long> SEEDS = List.of(0L, 1L, 2L, 3L, 4L);

  private LeavingOut() {}

  /**
   * The trial of a query: every image that harms it is left out.
   *
   * @param scores the query's; at least one image harms
   */
  public static ReweightRequest request(
      ExplorerSession session, InfluenceQuery query, InfluenceScores scores) {
    double[] weights = new double[scores.size()];
    Arrays.fill(weights, 1);
    for (int i : scores.harmful()) {
      weights[i] = 0;
    }
    return ReweightRequest.usual(session, weights, Map.of(), query.pairs(), SEEDS);
  }

  /** What the trial of these scores changes, in words: {@code 768 harmful images left out}. */
  public static String text(InfluenceScores scores) {
    int harmful = scores.harmful().length;
    return harmful + (harmful == 1 ? " harmful image" : " harmful images") + " left out";
  }

  /**
   * Multiplications that the trials of a query take, about: for each training and each random one three products of all
   * training features with the last layer, one of the test features, and the search for every test image's neighbour.
   */
  public static double multiplications(ExplorerSession session) {
    EmbeddingBundle bundle = session.bundle();
    double features = bundle.head().featureSize();
    double size = bundle.head().embeddingSize();
    double train = bundle.trainFeatures().rows();
    double test = bundle.testFeatures().rows();
    double searched = session.confusions().queryCount();
    return 2 * SEEDS.size() * size * (3 * train * features + 2 * test * features + searched * test);
  }
}
