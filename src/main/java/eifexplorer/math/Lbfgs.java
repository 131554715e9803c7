package eifexplorer.math;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by limited-memory BFGS: Nocedal, Wright, Numerical Optimization (2006), algorithms 7.4
 * and 7.5, with a backtracking line search. Deterministic.
 */
public final class Lbfgs {
  private static final int REMEMBERED = 10;
  private static final int HALVINGS = 30;

  /** Part of the fall promised by the gradient that a step must have. */
  private static final double ENOUGH = 1e-4;

  private Lbfgs() {}

  /** What is minimised. */
  @FunctionalInterface
  public interface Objective {
    /**
     * The value at a place.
     *
     * @param gradient there [n], filled in
     */
    double at(double[] place, double[] gradient);
  }

  /** A step of the place with that of the gradient, and 1 over their product. */
  private record Step(double[] place, double[] gradient, double inverse) {}

  /**
   * Minimises.
   *
   * @param start where to begin [n], not changed
   * @param tolerance largest element of the gradient at which it ends
   * @param iterations most steps
   * @return the lowest place found [n]
   */
  public static double[] minimise(
      Objective objective, double[] start, double tolerance, int iterations) {
    double[] place = start.clone();
    double[] gradient = new double[place.length];
    double value = objective.at(place, gradient);
    Deque<Step> steps = new ArrayDeque<>();
    for (int k = 0; k < iterations && largest(gradient) > tolerance; k++) {
      double[] direction = direction(gradient, steps);
      double slope = Doubles.dot(direction, gradient);
      double[] next = place;
      double[] nextGradient = new double[place.length];
      double nextValue = Double.POSITIVE_INFINITY;
      double length = steps.isEmpty() ? 1 / Math.max(1, norm(gradient)) : 1;
      for (int h = 0; h < HALVINGS && !(nextValue <= value + ENOUGH * length * slope); h++) {
        length /= h == 0 ? 1 : 2;
        next = place.clone();
        Doubles.addScaled(next, length, direction);
        nextValue = objective.at(next, nextGradient);
      }
      if (!(nextValue < value)) {
        return place;
      }
      remember(steps, Doubles.difference(next, place), Doubles.difference(nextGradient, gradient));
      place = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return place;
  }

  private static void remember(Deque<Step> steps, double[] place, double[] gradient) {
    double curvature = Doubles.dot(place, gradient);
    if (curvature > 1e-12 * Doubles.dot(gradient, gradient)) {
      steps.addFirst(new Step(place, gradient, 1 / curvature));
    }
    if (steps.size() > REMEMBERED) {
      steps.removeLast();
    }
  }

  /** Downhill, by the curvature that the last steps have shown. */
  private static double[] direction(double[] gradient, Deque<Step> steps) {
    double[] direction = gradient.clone();
    Doubles.scale(direction, -1);
    double[] parts = new double[steps.size()];
    int k = 0;
    for (Step step : steps) {
      parts[k] = step.inverse * Doubles.dot(step.place, direction);
      Doubles.addScaled(direction, -parts[k++], step.gradient);
    }
    if (!steps.isEmpty()) {
      Step last = steps.getFirst();
      Doubles.scale(direction, 1 / (last.inverse * Doubles.dot(last.gradient, last.gradient)));
    }
    Iterator<Step> oldestFirst = steps.descendingIterator();
    while (oldestFirst.hasNext()) {
      Step step = oldestFirst.next();
      double part = step.inverse * Doubles.dot(step.gradient, direction);
      Doubles.addScaled(direction, parts[--k] - part, step.place);
    }
    return direction;
  }

  private static double norm(double[] values) {
    return Math.sqrt(Doubles.dot(values, values));
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
