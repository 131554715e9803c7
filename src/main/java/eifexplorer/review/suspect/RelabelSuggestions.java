package eifexplorer.review.suspect;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.IndexOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Suggests labels from two label fits, class centres and ridge regression, and from the neighbours' vote; immutable, safe for use from
 * any thread.
 *
 * <p>Each fit is brought to mean 0 and deviation 1 over all images and labels, and the two are added: z(S centroid) +
 * z(S ridge). Probabilities are {@code softmax(z / T)}. Since each image is left out of what its fits are made from, its
 * given label is a held-out target: T is the one under which the given labels are likeliest (log loss, golden section
 * search in log T). Wrong labels among them make T larger than it would be, so the probabilities err on the careful side.
 * They say what an image looks like, whatever its given label: they are not the chance that the given label is wrong.
 *
 * <p>Nothing is relabelled: on a harder set automatic relabelling raised the share of wrong labels.
 */
public final class RelabelSuggestions {
  private static final int SAMPLED_FITS = 1_500_000;
  private static final int LEAST_SAMPLED = 200;

  private final CentroidFit centroid;
  private final RidgeFit ridge;
  private final VoteShares vote;
  private final Scale centroidScale;
  private final Scale ridgeScale;
  private final double temperature;

  private RelabelSuggestions(CentroidFit centroid, RidgeFit ridge, VoteShares vote) {
    this.centroid = centroid;
    this.ridge = ridge;
    this.vote = vote;
    int n = centroid.size();
    int step = Math.max(1, n / Math.max(LEAST_SAMPLED, SAMPLED_FITS / centroid.classCount()));
    int[] samples = IntStream.range(0, n).filter(i -> i % step == 0).toArray();
    double[][] byCentroid = rows(centroid, samples);
    double[][] byRidge = rows(ridge, samples);
    this.centroidScale = Scale.of(byCentroid);
    this.ridgeScale = Scale.of(byRidge);
    double[][] logits = new double[samples.length][];
    Arrays.setAll(logits, k -> logits(byCentroid[k], byRidge[k]));
    this.temperature =
        Temperature.of(logits, IntStream.of(samples).map(centroid::label).toArray()).value();
  }

  /** Suggestions for a model's training samples; takes what the default detectors take. */
  public static RelabelSuggestions of(SuspectInputs inputs, JobContext context) {
    return new RelabelSuggestions(
        inputs.centroidFit(context), inputs.ridgeFit(context), inputs.vote(context));
  }

  /** T of the softmax. */
  public double temperature() {
    return temperature;
  }

  /** The likeliest labels of an image, at most {@code count} by each way; those of probability 0 are left out. */
  public RelabelSuggestion of(int trainIndex, int count) {
    return new RelabelSuggestion(
        trainIndex,
        centroid.label(trainIndex),
        likeliest(Doubles.softmax(logits(trainIndex), temperature), count),
        likeliest(vote.row(trainIndex), count));
  }

  private static double[][] rows(LabelFit fit, int[] samples) {
    double[][] rows = new double[samples.length][];
    ComputePool.shared().forEach(samples.length, k -> rows[k] = fit.row(samples[k]));
    return rows;
  }

  /** Sum of the two standardised fits [C]; NaN for classes without other samples. */
  double[] logits(int sample) {
    return logits(centroid.row(sample), ridge.row(sample));
  }

  private double[] logits(double[] byCentroid, double[] byRidge) {
    double[] sum = new double[byCentroid.length];
    for (int c = 0; c < sum.length; c++) {
      sum[c] = centroidScale.apply(byCentroid[c]) + ridgeScale.apply(byRidge[c]);
    }
    return sum;
  }

  private static List<LabelLikelihood> likeliest(double[] probabilities, int count) {
    return IntStream.of(IndexOrder.descending(probabilities, count))
        .filter(c -> probabilities[c] > 0)
        .mapToObj(c -> new LabelLikelihood(c, probabilities[c]))
        .toList();
  }
}
