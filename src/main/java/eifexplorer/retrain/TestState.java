package eifexplorer.retrain;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.Confusions;
import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a last layer makes of the test images: the distances of some pairs and what their first images find, among the images
 * that the session searches.
 *
 * @param embeddings of all test images [M,E]
 */
record TestState(FeatureMatrix embeddings, double[] distances, List<QueryRetrieval> found) {
  static TestState of(
      ExplorerSession session,
      EmbeddingHead head,
      List<TestPair> pairs,
      MatrixMath math,
      JobContext context) {
    EmbeddingBundle bundle = session.bundle();
    FeatureMatrix embeddings = Embeddings.of(bundle.testFeatures(), head, math, context);
    int queries = queries(session);
    double[] distances =
        pairs.stream()
            .mapToDouble(
                pair ->
                    Embeddings.normalisedSquaredDistance(
                        embeddings.row(pair.first()), embeddings.row(pair.second())))
            .toArray();
    return new TestState(
        embeddings, distances, found(embeddings, bundle.testLabels(), queries, pairs, context));
  }

  private static List<QueryRetrieval> found(
      FeatureMatrix embeddings, int[] labels, int from, List<TestPair> pairs, JobContext context) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    NeighbourIndex index = new NeighbourIndex(embeddings);
    Map<Integer, QueryRetrieval> known = new HashMap<>();
    List<QueryRetrieval> found = new ArrayList<>();
    for (TestPair pair : pairs) {
      found.add(
          known.computeIfAbsent(
              pair.first(), query -> QueryRetrieval.of(index, labels, query, from, context)));
    }
    return found;
  }

  /** Number of queries before the gallery's images; 0 if all test images are searched. */
  private static int queries(ExplorerSession session) {
    return session.isInGallery() ? session.confusions().queryCount() : 0;
  }

  /** Recall@1 of all test images, or of the queries in the gallery, 0..1. */
  double recallAt1(ExplorerSession session, MatrixMath math, JobContext context) {
    return confusions(session, embeddings, math, context).recallAt1();
  }

  /** What each test image finds by embeddings [M,E], among the images that the session searches. */
  static Confusions confusions(
      ExplorerSession session, FeatureMatrix embeddings, MatrixMath math, JobContext context) {
    ConfusionFinder finder = new ConfusionFinder(math);
    int[] labels = session.bundle().testLabels();
    int queries = queries(session);
    return queries == 0
        ? finder.find(embeddings, labels, context)
        : finder.findInGallery(embeddings, labels, queries, context);
  }

  /** How the pairs changed to a later state. */
  List<PairChange> changes(TestState after, List<TestPair> pairs) {
    List<PairChange> changes = new ArrayList<>();
    for (int p = 0; p < pairs.size(); p++) {
      changes.add(
          new PairChange(
              pairs.get(p), distances[p], after.distances[p], found.get(p), after.found.get(p)));
    }
    return changes;
  }
}
