package eifexplorer.retrain;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.BatchSampler;
import eifexplorer.training.OptimiserPlan;
import eifexplorer.training.ReweightedRetraining;
import eifexplorer.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tries out what a model would be with training images re-weighted or relabelled, on features that are there. */
final class Reweighting {
  private final MatrixMath math;

  /** Tries weights out with these matrix products. */
  public Reweighting(MatrixMath math) {
    this.math = math;
  }

  /** One outcome a seed; the session stays as it is. */
  public List<ReweightOutcome> run(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    EmbeddingBundle bundle = session.bundle();
    requirePairs(request.pairs(), bundle.testFeatures().rows());
    int[] labels = labels(request, bundle);
    double[] before = distances(bundle, bundle.head(), request.pairs());
    List<ReweightOutcome> outcomes = new ArrayList<>();
    for (long seed : request.seeds()) {
      EmbeddingHead head = retrain(session, request, labels, seed, context);
      double[] after = distances(bundle, head, request.pairs());
      List<PairChange> changes = new ArrayList<>();
      for (int p = 0; p < after.length; p++) {
        changes.add(new PairChange(request.pairs().get(p), before[p], after[p]));
      }
      double recall = recallAt1(bundle, head, context);
      outcomes.add(new ReweightOutcome(seed, head, changes, session.recallAt1(), recall));
    }
    return outcomes;
  }

  private EmbeddingHead retrain(
      ExplorerSession session,
      ReweightRequest request,
      int[] labels,
      long seed,
      JobContext context) {
    TrainingPlan plan = request.plan();
    BatchSampler sampler = plan.batches().sampler(labels, seed);
    List<int[]> batches = new ArrayList<>();
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      batches.addAll(sampler.nextEpoch());
    }
    OptimiserPlan rates = plan.optimiser();
    EmbeddingBundle bundle = session.bundle();
    return new ReweightedRetraining(math, rates.headRate(), rates.clip())
        .run(
            bundle.head(),
            bundle.proxies(),
            session.loss(),
            bundle.trainFeatures(),
            labels,
            request.weights(),
            batches,
            context)
        .head();
  }

  private static int[] labels(ReweightRequest request, EmbeddingBundle bundle) {
    int[] labels = bundle.trainLabels().clone();
    if (request.weights().length != labels.length) {
      throw ProblemException.badValue(
          "number of weights", request.weights().length, labels.length + ", one a training image");
    }
    int classes = bundle.proxies().classCount();
    request
        .labels()
        .forEach(
            (index, label) -> {
              requireIndex("training index", index, labels.length);
              requireIndex("label", label, classes);
              labels[index] = label;
            });
    return labels;
  }

  private static void requirePairs(List<TestPair> pairs, int count) {
    for (TestPair pair : pairs) {
      requireIndex("test index", pair.first(), count);
      requireIndex("test index", pair.second(), count);
    }
  }

  private static void requireIndex(String what, int index, int count) {
    if (index < 0 || index >= count) {
      throw ProblemException.badValue(what, index, "0 to " + (count - 1));
    }
  }

  private double[] distances(EmbeddingBundle bundle, EmbeddingHead head, List<TestPair> pairs) {
    FeatureMatrix features = bundle.testFeatures();
    int[] rows =
        pairs.stream()
            .flatMap(p -> List.of(p.first(), p.second()).stream())
            .mapToInt(Integer::intValue)
            .toArray();
    FeatureMatrix embeddings =
        Embeddings.of(
            new HeapFeatures(features.gather(rows), rows.length, features.columns()), head, math);
    int size = head.embeddingSize();
    float[] values = embeddings.toArray();
    double[] distances = new double[pairs.size()];
    for (int p = 0; p < distances.length; p++) {
      int start = 2 * p * size;
      distances[p] =
          Embeddings.normalisedSquaredDistance(
              Arrays.copyOfRange(values, start, start + size),
              Arrays.copyOfRange(values, start + size, start + 2 * size));
    }
    return distances;
  }

  private double recallAt1(EmbeddingBundle bundle, EmbeddingHead head, JobContext context) {
    FeatureMatrix embeddings = Embeddings.of(bundle.testFeatures(), head, math, context);
    int confused =
        new ConfusionFinder(math).find(embeddings, bundle.testLabels(), context).pairs().size();
    return embeddings.rows() == 0 ? 0 : 1 - (double) confused / embeddings.rows();
  }
}
