package eifexplorer.session.diff;

import org.jspecify.annotations.Nullable;

/**
 * A measure of retrieval with two models.
 *
 * @param before 0..1
 * @param after 0..1
 * @param low lower end of the 95 % confidence interval of the difference, image by image; null if it is not known
 * @param high upper end; null if it is not known
 */
public record MetricChange(
    double before, double after, @Nullable Double low, @Nullable Double high) {
  /** After less before. */
  public double difference() {
    return after - before;
  }
}
