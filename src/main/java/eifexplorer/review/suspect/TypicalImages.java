package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import java.util.List;
import java.util.stream.IntStream;

/** Training images that stand for their class: those nearest to its centre. */
public final class TypicalImages {
  private final int[] labels;
  private final double[] cosines;

  private TypicalImages(int[] labels, double[] cosines) {
    this.labels = labels;
    this.cosines = cosines;
  }

  /** Ranks a model's training samples by the cosine to the mean unit embedding of their given class, themselves left out. */
  public static TypicalImages of(SuspectInputs inputs, JobContext context) {
    FeatureMatrix units = inputs.unitEmbeddings(context);
    CentroidFit fit = inputs.centroidFit(context);
    double[] cosines = new double[units.rows()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = fit.ownFit(i);
    }
    return new TypicalImages(inputs.bundle().trainLabels().clone(), cosines);
  }

  /** Training indices of a class, the most typical first, at most {@code count}. */
  public List<Integer> of(int label, int count) {
    int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
    double[] fits = IntStream.of(members).mapToDouble(i -> cosines[i]).toArray();
    return IntStream.of(IndexOrder.descending(fits, count)).mapToObj(m -> members[m]).toList();
  }
}
