package eifexplorer.confusion;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the test samples whose nearest neighbour has another class.
 *
 * <p>Nearest is meant by euclidean distance of the raw embeddings, as in the original analysis; the distance of a pair
 * is the one that influence explains, of the normalised embeddings.
 */
public final class ConfusionFinder {
  private final MatrixMath math;
  private final NearestNeighbours search;

  /** Searches with these products. */
  public ConfusionFinder(MatrixMath math) {
    this.math = math;
    this.search = new NearestNeighbours(math);
  }

  /** Confusions among all test samples of a bundle. */
  public Confusions find(EmbeddingBundle bundle, JobContext context) {
    return nearest(bundle, SearchKeeper.NONE, context).confusions(bundle.testLabels());
  }

  /** Where a long search stands, kept on the way. */
  public interface SearchKeeper {
    /** Keeps nothing. */
    SearchKeeper NONE =
        new SearchKeeper() {
          @Override
          public int begin(int[] nearest) {
            return 0;
          }

          @Override
          public void upTo(int[] nearest, int done) {}
        };

    /** Fills in what was found before, and says of how many of the first samples that is. */
    int begin(int[] nearest);

    /** Is told that the nearest of the first {@code done} samples are found. */
    void upTo(int[] nearest, int done);
  }

  /** The nearest neighbour of every test sample of a bundle; goes on where {@code keeper} says. */
  public NearestOfEach nearest(EmbeddingBundle bundle, SearchKeeper keeper, JobContext context) {
    return nearest(
        Embeddings.of(bundle.testFeatures(), bundle.head(), math, context), keeper, context);
  }

  /**
   * The nearest other test sample of some: what {@link #nearest} finds of them, so that several machines can share a search.
   *
   * @param embeddings raw, of all test samples [M,E]
   * @param from the first of them
   * @param to after the last of them
   * @return of each of them; {@link Confusions#NONE} where there is no other
   */
  public NearestOfSome nearest(FeatureMatrix embeddings, int from, int to, JobContext context) {
    int[] nearest = new int[embeddings.rows()];
    search.nearestOthers(embeddings, Metric.EUCLIDEAN, nearest, from, to, done -> {}, context);
    return NearestOfSome.of(embeddings, Arrays.copyOfRange(nearest, from, to), from);
  }

  private NearestOfEach nearest(FeatureMatrix embeddings, SearchKeeper keeper, JobContext context) {
    int[] nearest = new int[embeddings.rows()];
    search.nearestOthers(
        embeddings,
        Metric.EUCLIDEAN,
        nearest,
        keeper.begin(nearest),
        done -> keeper.upTo(nearest, done),
        context);
    return NearestOfEach.of(embeddings, nearest);
  }

  /**
   * Confusions among all test samples.
   *
   * @param embeddings raw embeddings [M,E]
   * @param labels [M]
   */
  public Confusions find(FeatureMatrix embeddings, int[] labels, JobContext context) {
    requireLabels(embeddings, labels);
    return nearest(embeddings, SearchKeeper.NONE, context).confusions(labels);
  }

  /**
   * Confusions of queries with a gallery (In-Shop).
   *
   * @param embeddings raw embeddings of the queries, then of the gallery [M,E]
   * @param labels [M]
   * @param queryCount rows that are queries, at least 1 and less than M
   * @throws ProblemException if there is no query or no gallery
   */
  public Confusions findInGallery(
      FeatureMatrix embeddings, int[] labels, int queryCount, JobContext context) {
    requireLabels(embeddings, labels);
    if (queryCount < 1 || queryCount >= labels.length) {
      throw ProblemException.badValue(
          "number of queries", queryCount, "1 to " + (labels.length - 1));
    }
    FeatureMatrix queries = rows(embeddings, 0, queryCount);
    FeatureMatrix gallery = rows(embeddings, queryCount, labels.length);
    NeighbourTable table = search.between(queries, gallery, Metric.EUCLIDEAN, 1, context);
    int[] nearest = new int[labels.length];
    Arrays.fill(nearest, Confusions.NONE);
    for (int i = 0; i < queryCount; i++) {
      nearest[i] = queryCount + table.index(i, 0);
    }
    return NearestOfEach.of(embeddings, nearest).confusions(labels);
  }

  private static FeatureMatrix rows(FeatureMatrix all, int from, int to) {
    return SelectedRows.of(all, IntStream.range(from, to).toArray());
  }

  private static void requireLabels(FeatureMatrix embeddings, int[] labels) {
    if (embeddings.rows() != labels.length) {
      throw new IllegalArgumentException(embeddings.rows() + " rows, " + labels.length + " labels");
    }
  }
}
