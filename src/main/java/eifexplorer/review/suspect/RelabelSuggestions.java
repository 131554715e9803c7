package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
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
  private final CentroidFit centroid;
  private final RidgeFit ridge;
  private final VoteShares vote;
  private final RelabelScale scale;

  private RelabelSuggestions(CentroidFit centroid, RidgeFit ridge, VoteShares vote) {
    this.centroid = centroid;
    this.ridge = ridge;
    this.vote = vote;
    int step = RelabelScale.step(centroid.size(), centroid.classCount());
    int[] samples = IntStream.range(0, centroid.size()).filter(i -> i % step == 0).toArray();
    this.scale = RelabelScale.of(List.of(LabelFits.of(centroid, ridge, samples)));
  }

  /** Suggestions for a model's training samples; takes what the default detectors take. */
  public static RelabelSuggestions of(SuspectInputs inputs, JobContext context) {
    return new RelabelSuggestions(
        inputs.centroidFit(context), inputs.ridgeFit(context), inputs.vote(context));
  }

  /** T of the softmax. */
  public double temperature() {
    return scale.temperature();
  }

  /** The likeliest labels of an image, at most {@code count} by each way; those of probability 0 are left out. */
  public RelabelSuggestion of(int trainIndex, int count) {
    int given = centroid.label(trainIndex);
    // Of the only image of a class nothing says how well its own label fits: another one would
    // look certain for want of it.
    List<LabelLikelihood> byMargins =
        centroid.isKnown(trainIndex, given)
            ? scale.likeliest(centroid.row(trainIndex), ridge.row(trainIndex), count)
            : List.of();
    return new RelabelSuggestion(
        trainIndex, given, byMargins, LabelLikelihood.likeliest(vote.row(trainIndex), count));
  }

  /** Sum of the two standardised fits [C]; NaN for classes without other samples. */
  double[] logits(int sample) {
    return scale.logits(centroid.row(sample), ridge.row(sample));
  }
}
