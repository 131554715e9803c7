package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.NetworkPlan.InitialHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains the last layer and the proxies on features computed once: a run takes seconds. Safe for use from any thread; the
 * same plan, features and labels give the same result with the same {@link MatrixMath}.
 */
public final class HeadTrainer {
  private final MatrixMath math;

  /** Large products go through {@code math}. */
  public HeadTrainer(MatrixMath math) {
    this.math = math;
  }

  /** As the other method, beginning at the beginning and keeping no checkpoint. */
  public TrainedHead train(
      FeatureMatrix features,
      int[] labels,
      TrainingPlan plan,
      TrainingObserver observer,
      JobContext context) {
    return train(features, labels, plan, observer, CheckpointKeeper.NONE, context);
  }

  /**
   * Trains for the plan's epochs.
   *
   * @param features [N,F]
   * @param labels [N], from 0 on; there are as many classes as the largest says
   * @param plan its back bone must be frozen
   * @param keeper says where the run goes on, and keeps where it stands
   * @throws ProblemException if the data do not fit the plan, or the loss is not finite
   * @throws eifexplorer.job.JobCancelledException when the context was cancelled; noticed at each batch
   */
  public TrainedHead train(
      FeatureMatrix features,
      int[] labels,
      TrainingPlan plan,
      TrainingObserver observer,
      CheckpointKeeper keeper,
      JobContext context) {
    if (!plan.network().frozen()) {
      throw ProblemException.badValue("frozen", false, "true, to train on cached features");
    }
    return train(
        features,
        labels,
        null,
        initialHead(features, plan, context),
        plan.seed(),
        plan,
        observer,
        keeper,
        context);
  }

  /**
   * As {@link #train}, with samples that count more or less: each loss is multiplied by its sample's weight, and a batch's is
   * still the mean over all its samples, so that the batches and their order are those of a run without weights.
   *
   * @param weights [N], 0 or more
   * @param start the last layer it begins with, see {@link #initialHead}
   * @param order seed of the batches; the proxies begin as the plan's own seed says
   */
  public TrainedHead trainWeighted(
      FeatureMatrix features,
      int[] labels,
      double[] weights,
      EmbeddingHead start,
      TrainingPlan plan,
      long order,
      JobContext context) {
    return train(
        features,
        labels,
        weights,
        start,
        order,
        plan,
        TrainingObserver.NONE,
        CheckpointKeeper.NONE,
        context);
  }

  private TrainedHead train(
      FeatureMatrix features,
      int[] labels,
      double @Nullable [] weights,
      EmbeddingHead start,
      long order,
      TrainingPlan plan,
      TrainingObserver observer,
      CheckpointKeeper keeper,
      JobContext context) {
    int classCount = TrainingLabels.classCount(labels);
    BatchSampler sampler = plan.batches().sampler(labels, order);
    try (HeadGradients gradients = new HeadGradients(math, features, labels, start)) {
      HeadLearner learner =
          new HeadLearner(plan, gradients, weights, start.embeddingSize(), classCount);
      List<EpochReport> reports =
          new TrainingLoop(plan, learner, sampler, observer, keeper, context).run();
      return new TrainedHead(learner.head(), learner.proxies().now(), plan, reports);
    }
  }

  /** The last layer that a run of the plan on these features [N,F] begins with. */
  public EmbeddingHead initialHead(FeatureMatrix features, TrainingPlan plan, JobContext context) {
    int size = plan.network().embeddingSize();
    return plan.network().initialHead() == InitialHead.PRINCIPAL
        ? InitialWeights.principalHead(size, features, math, context)
        : InitialWeights.uniformHead(size, features.columns(), plan.seed());
  }
}
