package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.io.Serializable;

/** The second sum over training samples, made when the first is known of all: of their features' products about the mean. */
public final class MarginSpread implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RidgeSums sums;

  private MarginSpread(RidgeSums sums) {
    this.sums = sums;
  }

  /**
   * Sums over some samples with features [n,F] and labels [n].
   *
   * @param all the first sums of all samples
   */
  public static MarginSpread of(
      FeatureMatrix features, int[] labels, MarginSums all, MatrixMath math, JobContext context) {
    return new MarginSpread(
        RidgeSums.of(features, labels, all.classSizes().length, all.centring(), math, context));
  }

  /** Sums over these samples and others. */
  public MarginSpread plus(MarginSpread other) {
    return new MarginSpread(sums.plus(other.sums));
  }

  RidgeSums sums() {
    return sums;
  }
}
