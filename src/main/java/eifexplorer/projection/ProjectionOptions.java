package eifexplorer.projection;

import eifexplorer.embedding.Metric;
import eifexplorer.problem.ProblemException;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How points are laid out.
 *
 * @param method which method; the others below count for those that place points by their neighbours
 * @param metric what is near, {@link Metric#EUCLIDEAN} or {@link Metric#COSINE}
 * @param neighbours how many neighbours hold a point, 2..200; few show detail, many the whole
 * @param minDistance how close points may come in the map, 0..1 of the map's unit
 * @param epochs passes over all neighbours, 1..10000; 0 for 500 up to 10,000 points and 200 for more
 * @param seed of the random numbers; equal seeds give equal maps
 */
@RecordBuilder
public record ProjectionOptions(
    ProjectionMethod method,
    Metric metric,
    int neighbours,
    double minDistance,
    int epochs,
    long seed)
    implements ProjectionOptionsBuilder.With {
  /** What UMAP's authors take. */
  public static final ProjectionOptions DEFAULT =
      new ProjectionOptions(ProjectionMethod.UMAP, Metric.EUCLIDEAN, 15, 0.1, 0, 1);

  private static final int MOST_NEIGHBOURS = 200;
  private static final int MOST_EPOCHS = 10_000;
  private static final int FEW_POINTS = 10_000;

  /** Throws {@link ProblemException} naming what is out of range. */
  public ProjectionOptions {
    if (metric == Metric.INNER_PRODUCT) {
      throw ProblemException.badValue("metric", "inner-product", "euclidean, cosine");
    }
    if (neighbours < 2 || neighbours > MOST_NEIGHBOURS) {
      throw ProblemException.badValue("neighbours", neighbours, "2 to " + MOST_NEIGHBOURS);
    }
    if (!(minDistance >= 0 && minDistance <= 1)) {
      throw ProblemException.badValue("min-distance", minDistance, "0 to 1");
    }
    if (epochs < 0 || epochs > MOST_EPOCHS) {
      throw ProblemException.badValue("epochs", epochs, "0 to " + MOST_EPOCHS);
    }
  }

  /** How many epochs there are for so many points. */
  int epochsFor(int points) {
    if (epochs > 0) {
      return epochs;
    }
    return points <= FEW_POINTS ? 500 : 200;
  }

  /** The same with everything that the method does not look at as in {@link #DEFAULT}. */
  public ProjectionOptions canonical() {
    return method.usesNeighbours()
        ? this
        : new ProjectionOptions(
            method, DEFAULT.metric, DEFAULT.neighbours, DEFAULT.minDistance, 0, DEFAULT.seed);
  }
}
