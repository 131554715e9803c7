package eifexplorer.review.suspect;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

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
    double lambda =
        RidgeFit.ridge(RidgeFit.LAMBDA, sums.squares(), all.centring().columns(), all.size());
    return new SuspectMargins(all.classSizes(), all.units(), sums.solve(lambda, math));
  }

  /** Likeliest labels that are told of a sample: the given one may be among them, which is no suggestion. */
  private static final int TOLD = 2;

  /**
   * What is said of some samples.
   *
   * @param byDetector margins [n] by the detector's id, in the order of {@link RankWeights#QUICK}; NaN where nothing can be said
   * @param likely the two likeliest labels of each sample [2n], likeliest first; -1 where there are fewer
   * @param probabilities of those [2n]
   */
  public record Of(Map<String, double[]> byDetector, int[] likely, double[] probabilities)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The same of several parts of the samples, one after the other. */
    public static Of joined(List<Of> parts) {
      Map<String, double[]> margins = new LinkedHashMap<>();
      for (String id : RankWeights.QUICK.weights().keySet()) {
        margins.put(id, numbers(parts, part -> part.byDetector().getOrDefault(id, new double[0])));
      }
      return new Of(
          margins,
          parts.stream().flatMapToInt(part -> Arrays.stream(part.likely())).toArray(),
          numbers(parts, Of::probabilities));
    }

    private static double[] numbers(List<Of> parts, Function<Of, double[]> of) {
      return parts.stream().flatMapToDouble(part -> Arrays.stream(of.apply(part))).toArray();
    }

    /** The detectors' scores. */
    public Map<String, SuspectScores> scores() {
      Map<String, SuspectScores> scores = new LinkedHashMap<>();
      byDetector.forEach((id, margins) -> scores.put(id, SuspectScores.lowIsSuspect(margins)));
      return scores;
    }

    /**
     * What the label of one of the samples may be.
     *
     * @param sample its place among these, from 0
     * @param given its label
     * @param byNeighbours likeliest labels by its neighbours
     */
    public RelabelSuggestion suggestion(int sample, int given, List<LabelLikelihood> byNeighbours) {
      return new RelabelSuggestion(
          sample,
          given,
          IntStream.range(TOLD * sample, TOLD * (sample + 1))
              .filter(at -> likely[at] >= 0)
              .mapToObj(at -> new LabelLikelihood(likely[at], probabilities[at]))
              .toList(),
          byNeighbours);
    }
  }

  /** Both fits of some of the samples. */
  private record Fits(CentroidFit centroid, RidgeFit ridge) {}

  private Fits fits(
      FeatureMatrix features,
      int[] labels,
      EmbeddingHead head,
      MatrixMath math,
      JobContext context) {
    FeatureMatrix embeddings = Embeddings.normalised(Embeddings.of(features, head, math, context));
    return new Fits(
        new CentroidFit(embeddings, labels, classSizes, units, math),
        new RidgeFit(features, labels, classSizes, ridge, math, context));
  }

  /** How well every label fits some of the samples, with features [n,F] and labels [n]. */
  public LabelFits labelFits(
      FeatureMatrix features,
      int[] labels,
      EmbeddingHead head,
      MatrixMath math,
      JobContext context) {
    Fits fits = fits(features, labels, head, math, context);
    return LabelFits.of(fits.centroid(), fits.ridge(), IntStream.range(0, labels.length).toArray());
  }

  /** Margins and likeliest labels of some of the samples, with features [n,F] and labels [n]. */
  public Of of(
      FeatureMatrix features,
      int[] labels,
      EmbeddingHead head,
      RelabelScale scale,
      MatrixMath math,
      JobContext context) {
    Fits fits = fits(features, labels, head, math, context);
    Map<String, double[]> margins = new LinkedHashMap<>();
    margins.put(LeaveOneOutCentroid.ID, fits.centroid().margins(context));
    margins.put(LeaveOneOutRidge.ID, fits.ridge().margins(context));
    int[] likely = new int[TOLD * labels.length];
    double[] probabilities = new double[likely.length];
    Arrays.fill(likely, -1);
    ComputePool.shared()
        .forEach(
            labels.length,
            i -> {
              int at = TOLD * i;
              for (LabelLikelihood label :
                  scale.likeliest(fits.centroid().row(i), fits.ridge().row(i), TOLD)) {
                likely[at] = label.label();
                probabilities[at++] = label.probability();
              }
            });
    return new Of(margins, likely, probabilities);
  }
}
