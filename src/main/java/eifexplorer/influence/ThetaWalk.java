package eifexplorer.influence;

import eifexplorer.influence.PairDistance.Value;
import eifexplorer.influence.ThetaPath.Direction;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves a copy of the last layer's weight by plain gradient steps on a query's distance, all of it, step by step: {@code
 * theta = theta ± lr dd/dW}.
 *
 * <p>As in the authors' program the early stop is tested before every step, so the last one is not tested.
 */
final class ThetaWalk {
  private static final int ROWS_A_TASK = 32;

  private final PairDistance pairs;
  private final double[][] start;
  private final EifParameters parameters;

  /** Walks from weight rows [E][F], which stay as they are. */
  ThetaWalk(PairDistance pairs, double[][] start, EifParameters parameters) {
    this.pairs = pairs;
    this.start = start;
    this.parameters = parameters;
  }

  /** As many paths as the parameters have thetas: ascent, descent, mean. */
  List<ThetaPath> paths(JobContext context) {
    List<ThetaPath> paths = new ArrayList<>();
    paths.add(walk(Direction.ASCENT, context));
    if (parameters.thetas() > 1) {
      paths.add(walk(Direction.DESCENT, context));
    }
    if (parameters.thetas() > 2) {
      paths.add(mean(paths.get(0), paths.get(1)));
    }
    return paths;
  }

  private ThetaPath walk(Direction direction, JobContext context) {
    double signedRate =
        direction == Direction.ASCENT ? parameters.learningRate() : -parameters.learningRate();
    double[][] weight =
        IntStream.range(0, start.length).mapToObj(r -> start[r].clone()).toArray(double[][]::new);
    double[] embeddings = pairs.embeddings(weight);
    Value value = pairs.at(embeddings);
    double[] distances = new double[parameters.steps() + 1];
    distances[0] = finite(value.distance(), 0);
    int made = 0;
    while (made < parameters.steps()
        && Math.abs(value.distance() - distances[0]) < parameters.earlyStop()) {
      context.checkCancelled();
      step(weight, embeddings, value.gradients(), signedRate);
      value = pairs.at(embeddings);
      made++;
      distances[made] = finite(value.distance(), made);
    }
    boolean stopped = made < parameters.steps();
    return new ThetaPath(direction, weight, Arrays.copyOf(distances, made + 1), stopped);
  }

  /** Moves the weight and brings the embeddings [m,E] up to date, row by row while a row is in the cache. */
  private void step(double[][] weight, double[] embeddings, double[] gradients, double rate) {
    int tasks = (weight.length + ROWS_A_TASK - 1) / ROWS_A_TASK;
    IntStream.range(0, tasks)
        .parallel()
        .forEach(
            task -> {
              int end = Math.min(weight.length, (task + 1) * ROWS_A_TASK);
              for (int r = task * ROWS_A_TASK; r < end; r++) {
                pairs.addGradient(weight[r], r, gradients, rate);
                for (int j = 0; j < pairs.samples(); j++) {
                  embeddings[j * weight.length + r] = pairs.embedding(j, r, weight[r]);
                }
              }
            });
  }

  private ThetaPath mean(ThetaPath ascent, ThetaPath descent) {
    double[][] weight = new double[start.length][start[0].length];
    for (int r = 0; r < weight.length; r++) {
      for (int c = 0; c < weight[r].length; c++) {
        weight[r][c] = (ascent.weight()[r][c] + descent.weight()[r][c]) / 2;
      }
    }
    double[] distances = {ascent.distances()[0], finite(pairs.distance(weight), 0)};
    return new ThetaPath(Direction.MEAN, weight, distances, false);
  }

  private static double finite(double distance, int step) {
    if (!Double.isFinite(distance)) {
      throw new ProblemException(
          "The distance of the pairs is " + distance + " after " + step + " steps",
          "",
          "Check the features for values that are not finite, or lower the learning rate.");
    }
    return distance;
  }
}
