package eifexplorer.influence;

import eifexplorer.influence.ThetaPath.Direction;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Moves a {@link Theta} of either form by plain gradient steps on a query's distance: {@code theta = theta ± lr dd/dW}.
 *
 * <p>As in the authors' program the early stop is tested before every step, so the last one is not tested.
 */
final class ThetaWalk<T extends Theta<T>> {
  private final Supplier<T> start;
  private final EifParameters parameters;

  /** {@code start} gives a new theta at the model's own weight. */
  ThetaWalk(Supplier<T> start, EifParameters parameters) {
    this.start = start;
    this.parameters = parameters;
  }

  /**
   * Where a walk ended, and how it went.
   *
   * @param theta moved
   * @param path the distances on the way
   */
  record Moved<T>(T theta, ThetaPath path) {}

  /** As many as the parameters have thetas: ascent, descent, mean. */
  List<Moved<T>> thetas(JobContext context) {
    List<Moved<T>> thetas = new ArrayList<>();
    thetas.add(walk(Direction.ASCENT, context));
    if (parameters.thetas() > 1) {
      thetas.add(walk(Direction.DESCENT, context));
    }
    if (parameters.thetas() > 2) {
      thetas.add(mean(thetas.get(0), thetas.get(1)));
    }
    return thetas;
  }

  private Moved<T> walk(Direction direction, JobContext context) {
    double signedRate =
        direction == Direction.ASCENT ? parameters.learningRate() : -parameters.learningRate();
    T theta = start.get();
    double[] distances = new double[parameters.steps() + 1];
    distances[0] = finite(theta.distance(), 0);
    int made = 0;
    while (made < parameters.steps()
        && Math.abs(distances[made] - distances[0]) < parameters.earlyStop()) {
      context.checkCancelled();
      theta.step(signedRate);
      made++;
      distances[made] = finite(theta.distance(), made);
    }
    boolean stopped = made < parameters.steps();
    return new Moved<>(
        theta, new ThetaPath(direction, Arrays.copyOf(distances, made + 1), stopped));
  }

  private Moved<T> mean(Moved<T> ascent, Moved<T> descent) {
    T theta = ascent.theta().meanWith(descent.theta());
    double[] distances = {ascent.path().distances()[0], finite(theta.distance(), 0)};
    return new Moved<>(theta, new ThetaPath(Direction.MEAN, distances, false));
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
