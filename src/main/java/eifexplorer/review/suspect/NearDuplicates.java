package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.job.JobContext;
import java.util.Locale;

/** Images of nearly the same features as one of another label: copies, crops, frames of one film. */
final class NearDuplicates implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "near-duplicate",
        "Near duplicate, another label",
        "duplicate",
        "Squared distance of the unit embeddings, 0 to 4, to the nearest image of another label.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    FeatureMatrix units = inputs.unitEmbeddings(context);
    NeighbourTable table =
        new NearestNeighbours(inputs.math())
            .ofOtherClass(units, inputs.bundle().trainLabels(), Metric.EUCLIDEAN, 1, context);
    double[] distances = new double[inputs.size()];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = table.distance(i, 0) * table.distance(i, 0);
    }
    return SuspectScores.lowIsSuspect(distances);
  }

  @Override
  public String format(double value) {
    return String.format(Locale.ROOT, "d %.2f", value);
  }
}
