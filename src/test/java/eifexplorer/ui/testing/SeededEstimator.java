package eifexplorer.ui.testing;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.util.Random;

/** Scores that depend on the query alone; the query of one chosen test image fails. */
public final class SeededEstimator implements InfluenceEstimator {
  private final int size;
  private final int failing;

  /** Scores for {@code size} training samples; never fails. */
  public SeededEstimator(int size) {
    this(size, -1);
  }

  /** The same, failing for pairs of the test image {@code failing}. */
  public SeededEstimator(int size, int failing) {
    this.size = size;
    this.failing = failing;
  }

  @Override
  public String id() {
    return "seeded";
  }

  @Override
  public String title() {
    return "EIF · ascent · 50 steps";
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    context.checkCancelled();
    if (query.pairs().get(0).first() == failing) {
      throw new ProblemException(
          "The distance of the pair is not a number", "", "Train the model again.");
    }
    Random random = new Random(query.pairs().hashCode());
    double[] influence = new double[size];
    double[] deltaLoss = new double[size];
    for (int i = 0; i < size; i++) {
      deltaLoss[i] = 0.08 * Math.pow(random.nextGaussian() / 3, 3);
      influence[i] = deltaLoss[i] * 0.73;
    }
    return new InfluenceScores(
        influence,
        new double[][] {deltaLoss},
        new double[] {0.73},
        0.2 + 0.1 * random.nextDouble());
  }
}
