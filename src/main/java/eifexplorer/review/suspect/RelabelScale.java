package eifexplorer.review.suspect;

import eifexplorer.math.Doubles;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How two label fits become probabilities of labels, see {@link RelabelSuggestions}: learnt from some of the samples, the same
 * for all. Immutable.
 */
public final class RelabelScale implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SAMPLED_FITS = 1_500_000;
  private static final int LEAST_SAMPLED = 200;

  private final Scale centroid;
  private final Scale ridge;
  private final double temperature;

  private RelabelScale(double[][] byCentroid, double[][] byRidge, int[] labels) {
    this.centroid = Scale.of(byCentroid);
    this.ridge = Scale.of(byRidge);
    double[][] logits = new double[labels.length][];
    Arrays.setAll(logits, k -> logits(byCentroid[k], byRidge[k]));
    this.temperature = Temperature.of(logits, labels).value();
  }

  /** It is learnt from every so-manieth of n samples, the first one among them. */
  public static int step(int n, int classCount) {
    return Math.max(1, n / Math.max(LEAST_SAMPLED, SAMPLED_FITS / classCount));
  }

  /** Learns it from the fits of some samples, in the samples' order. */
  public static RelabelScale of(List<LabelFits> parts) {
    return new RelabelScale(
        parts.stream().flatMap(part -> Arrays.stream(part.centroid())).toArray(double[][]::new),
        parts.stream().flatMap(part -> Arrays.stream(part.ridge())).toArray(double[][]::new),
        parts.stream().flatMapToInt(part -> Arrays.stream(part.labels())).toArray());
  }

  double temperature() {
    return temperature;
  }

  /** Sum of the two standardised fits [C]; NaN for classes without other samples. */
  double[] logits(double[] byCentroid, double[] byRidge) {
    double[] sum = new double[byCentroid.length];
    for (int c = 0; c < sum.length; c++) {
      sum[c] = centroid.apply(byCentroid[c]) + ridge.apply(byRidge[c]);
    }
    return sum;
  }

  /** The likeliest labels by a sample's fits, at most {@code count}. */
  List<LabelLikelihood> likeliest(double[] byCentroid, double[] byRidge, int count) {
    return LabelLikelihood.likeliest(
        Doubles.softmax(logits(byCentroid, byRidge), temperature), count);
  }
}
