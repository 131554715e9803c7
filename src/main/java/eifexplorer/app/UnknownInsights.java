package eifexplorer.app;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.LabelProbability;
import eifexplorer.session.LossStanding;
import eifexplorer.session.Neighbour;
import java.util.List;
import java.util.OptionalInt;

/** Says of every image that nothing is known of it. */
final class UnknownInsights implements ImageInsights {
  private static ProblemException unknown() {
    return new ProblemException("This version does not work it out", "", "");
  }

  @Override
  public List<LabelProbability> likeliestLabels(int trainIndex, int count, JobContext context) {
    throw unknown();
  }

  @Override
  public LossStanding loss(int trainIndex, JobContext context) {
    throw unknown();
  }

  @Override
  public double labelMargin(int trainIndex, JobContext context) {
    throw unknown();
  }

  @Override
  public List<Neighbour> nearestTraining(int trainIndex, int count, JobContext context) {
    throw unknown();
  }

  @Override
  public List<Neighbour> nearestTest(int testIndex, int count, JobContext context) {
    throw unknown();
  }

  @Override
  public OptionalInt rankOfOwnClass(int testIndex, JobContext context) {
    throw unknown();
  }

  @Override
  public List<Integer> typicalTraining(int label, int count, JobContext context) {
    throw unknown();
  }

  @Override
  public List<Integer> typicalTest(int label, int count, JobContext context) {
    throw unknown();
  }
}
