package eifexplorer.review.suspect;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionGroup;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import java.util.List;
import java.util.Locale;

/** The paper's recipe: influence on the group of the class with the most confused images, harmful first. */
final class WorstGroupInfluence implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "eif-group",
        "Influence on the worst group",
        "influence",
        "Influence of the image on the confused pairs of the most confused class; positive is"
            + " harmful.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    List<ClassSummary> worst = new ConfusionTable(inputs.confusions()).wrongClasses(1);
    if (worst.isEmpty()) {
      return SuspectScores.highIsSuspect(new double[inputs.size()]);
    }
    ConfusionGroup group =
        new ConfusionGroup(worst.get(0).label(), worst.get(0).confusionClasses());
    List<TestPair> pairs =
        group.pairs(inputs.confusions()).stream()
            .map(pair -> new TestPair(pair.wrong(), pair.confusedWith()))
            .toList();
    InfluenceQuery query = new InfluenceQuery(pairs, "worst group");
    return SuspectScores.highIsSuspect(inputs.estimator().estimate(query, context).influences());
  }

  @Override
  public String format(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }
}
