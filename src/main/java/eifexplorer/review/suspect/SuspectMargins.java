package eifexplorer.review.suspect;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The label margins of the quick order of suspects, class centres and ridge regression, of any part of the training samples
 * once the sums over all are known. They are those of the detectors to rounding. Immutable.
 */
public final class SuspectMargins implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] classSizes;
  private final double[][] units;
  private final RidgeSolution ridge;

  private SuspectMargins(int[] classSizes, double[][] units, RidgeSolution ridge) {
    this.classSizes = classSizes;
    this.units = units;
    this.ridge = ridge;
  }

  /** Solves for the ridge regression, which takes a matrix [F,F]. */
  public static SuspectMargins of(MarginSums all, MarginSpread spread, MatrixMath math) {
    RidgeSums sums = spread.sums();
    double lambda = RidgeFit.ridge(RidgeFit.LAMBDA, sums.squares(), all.mean().length, all.size());
    return new SuspectMargins(all.classSizes(), all.units(), sums.solve(lambda, math));
  }

  /**
   * Margins of some samples, NaN where nothing can be said.
   *
   * @param byDetector values [n] by the detector's id, in the order of {@link RankWeights#QUICK}
   */
  public record Of(Map<String, double[]> byDetector) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Margins of some of the samples, with features [n,F] and labels [n]. */
  public Of of(
      FeatureMatrix features,
      int[] labels,
      EmbeddingHead head,
      MatrixMath math,
      JobContext context) {
    FeatureMatrix embeddings = Embeddings.normalised(Embeddings.of(features, head, math, context));
    Map<String, double[]> margins = new LinkedHashMap<>();
    margins.put(
        LeaveOneOutCentroid.ID,
        new CentroidFit(embeddings, labels, classSizes, units, math).margins(context));
    margins.put(
        LeaveOneOutRidge.ID,
        new RidgeFit(features, labels, classSizes, ridge, math, context).margins(context));
    return new Of(margins);
  }

  /** The detectors' scores of all samples, from the margins of parts in their order. */
  public static Map<String, SuspectScores> scores(List<Of> parts) {
    Map<String, SuspectScores> scores = new LinkedHashMap<>();
    for (String id : RankWeights.QUICK.weights().keySet()) {
      scores.put(
          id,
          SuspectScores.lowIsSuspect(
              parts.stream()
                  .map(part -> part.byDetector().getOrDefault(id, new double[0]))
                  .flatMapToDouble(Arrays::stream)
                  .toArray()));
    }
    return scores;
  }
}
