package eifexplorer.retrain;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.BatchSampler;
import eifexplorer.training.OptimiserPlan;
import eifexplorer.training.ReweightedRetraining;
import eifexplorer.training.TrainingPlan;
import java.util.ArrayList;
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
    TestState before = TestState.of(session, bundle.head(), request.pairs(), math, context);
    List<ReweightOutcome> outcomes = new ArrayList<>();
    for (long seed : request.seeds()) {
      context.giveWay();
      EmbeddingHead head = retrain(session, request, labels, seed, context);
      context.giveWay();
      TestState after = TestState.of(session, head, request.pairs(), math, context);
      outcomes.add(
          new ReweightOutcome(
              seed,
              head,
              before.changes(after, request.pairs()),
              session.recallAt1(),
              after.recallAt1(session, math, context)));
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
}
