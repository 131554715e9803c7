package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.NetworkPlan.InitialHead;
import java.util.List;

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
    int classCount = TrainingLabels.classCount(labels);
    BatchSampler sampler = plan.batches().sampler(labels, plan.seed());
    HeadGradients gradients = new HeadGradients(math, features, labels);
    HeadLearner learner =
        new HeadLearner(plan, gradients, initialHead(features, plan, context), classCount);
    List<EpochReport> reports =
        new TrainingLoop(plan, learner, sampler, observer, keeper, context).run();
    return new TrainedHead(learner.head(), learner.proxies().now(), plan, reports);
  }

  private EmbeddingHead initialHead(FeatureMatrix features, TrainingPlan plan, JobContext context) {
    int size = plan.network().embeddingSize();
    return plan.network().initialHead() == InitialHead.PRINCIPAL
        ? InitialWeights.principalHead(size, features, math, context)
        : InitialWeights.uniformHead(size, features.columns(), plan.seed());
  }
}
