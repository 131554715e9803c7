package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.Confusions;
import eifexplorer.embedding.ClassCentroids;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.review.NeighbourVote;
import eifexplorer.testing.SmallBundle;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLosses;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionInsightsTest {
  private static final JobContext QUIET = JobContext.unattended();

  private final JavaMatrixMath math = new JavaMatrixMath();
  private final EmbeddingBundle bundle = SmallBundle.proxyNca();
  private final SessionInsights insights = new SessionInsights(bundle, LossSpec.PROXY_NCA, math);
  private final FeatureMatrix train = Embeddings.of(bundle.trainFeatures(), bundle.head(), math);
  private final FeatureMatrix test = Embeddings.of(bundle.testFeatures(), bundle.head(), math);

  @Test
  void likeliestLabelsAreTheNeighboursVoteHoweverAsked() {
    List<LabelProbability> expected =
        new NeighbourVote(new NeighbourIndex(train), bundle.trainLabels())
            .of(new int[] {17}, QUIET).get(0).stream()
                .limit(2)
                .map(share -> new LabelProbability(share.label(), share.share()))
                .toList();

    assertEquals(expected, insights.likeliestLabels(17, 2, QUIET));
    SessionInsights prepared = new SessionInsights(bundle, LossSpec.PROXY_NCA, math);
    prepared.prepareLikeliestLabels(List.of(3, 17, 17, 250), QUIET);
    assertEquals(expected, prepared.likeliestLabels(17, 2, QUIET));
  }

  @Test
  void theLargestLossIsTheFirst() {
    double[] losses = losses();
    for (int i : new int[] {0, 1, 99, 299}) {
      int rank = 1 + (int) IntStream.range(0, 300).filter(j -> losses[j] > losses[i]).count();
      assertEquals(new LossRank(losses[i], rank, 300), insights.loss(i, QUIET));
    }
  }

  private double[] losses() {
    double[] values = new double[300 * train.columns()];
    float[] floats = train.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = floats[i];
    }
    return MetricLosses.of(LossSpec.PROXY_NCA, bundle.proxies())
        .perSample(values, bundle.trainLabels());
  }

  @Test
  void marginsAndTypicalImagesAreThoseOfTheClassMeans() {
    ClassCentroids ofTrain = new ClassCentroids(train, bundle.trainLabels());
    ClassCentroids ofTest = new ClassCentroids(test, bundle.testLabels());

    assertEquals(ofTrain.margin(5), insights.labelMargin(5, QUIET));
    assertEquals(ofTrain.typical(2).subList(0, 4), insights.typicalTraining(2, 4, QUIET));
    int label = bundle.testLabels()[0];
    assertEquals(ofTest.typical(label).subList(0, 3), insights.typicalTest(label, 3, QUIET));
  }

  @Test
  void neighboursAreNearestByEuclideanDistanceWithThePairDistance() {
    assertEquals(nearest(train, 40, 5), insights.nearestTraining(40, 5, QUIET));
    assertEquals(nearest(test, 8, 5), insights.nearestTest(8, 5, QUIET));
    assertEquals(149, insights.nearestTest(8, 500, QUIET).size());
    assertEquals(List.of(), insights.nearestTest(8, 0, QUIET));
  }

  private static List<Neighbour> nearest(FeatureMatrix rows, int row, int count) {
    NeighbourTable table = new NeighbourIndex(rows).nearest(new int[] {row}, count, QUIET);
    return IntStream.range(0, count)
        .map(p -> table.index(0, p))
        .mapToObj(
            i -> new Neighbour(i, Embeddings.normalisedSquaredDistance(rows.row(row), rows.row(i))))
        .toList();
  }

  @Test
  void theOwnClassComesFirstExactlyWhereThereIsNoConfusion() {
    Confusions confusions = new ConfusionFinder(math).find(bundle, QUIET);
    for (int i = 0; i < confusions.sampleCount(); i++) {
      int rank = insights.rankOfOwnClass(i, QUIET).getAsInt();
      List<Neighbour> neighbours = insights.nearestTest(i, rank, QUIET);

      assertEquals(!confusions.isWrong(i), rank == 1);
      assertEquals(confusions.label(i), confusions.label(neighbours.get(rank - 1).index()));
    }
  }

  @Test
  void anImageAloneInItsClassHasNoRank() {
    int[] labels = new int[150];
    labels[4] = 1;
    EmbeddingBundle alone =
        new EmbeddingBundle(
            bundle.trainFeatures(),
            bundle.trainLabels(),
            bundle.testFeatures(),
            labels,
            bundle.head(),
            bundle.proxies(),
            List.of(),
            List.of());

    assertEquals(
        OptionalInt.empty(),
        new SessionInsights(alone, LossSpec.PROXY_NCA, math).rankOfOwnClass(4, QUIET));
  }

  @Test
  void cancellingEndsAQuestion() {
    JobContext cancelled =
        new JobContext() {
          @Override
          public void progress(long done, long total, String unit) {}

          @Override
          public void log(String line) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };

    assertThrows(JobCancelledException.class, () -> insights.likeliestLabels(0, 2, cancelled));
  }
}
