package eifexplorer.influence;

/**
 * A copy of the last layer's weight that moves along the gradient of a query's distance; not for use from several threads.
 *
 * @param <T> the form itself, since only thetas of one form and one query have a mean
 */
interface Theta<T extends Theta<T>> {
  /** The query's distance here: mean over its pairs, 0..4. */
  double distance();

  /** {@code theta = theta + rate dd/dtheta}; a negative rate descends. */
  void step(double rate);

  /** A theta halfway between this one and another. */
  T meanWith(T other);
}
