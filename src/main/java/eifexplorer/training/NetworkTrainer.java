package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains a whole network with its last layer and proxies, as the authors do: warm-up epochs in which the back bone does
 * not learn (but its batch normalisation moves), then the main epochs with a fresh optimiser.
 *
 * <p>Losses are computed outside the network: their gradient at the embeddings is fed back into it.
 */
public final class NetworkTrainer {
  private final Workers workers;

  /** The images are decoded and augmented by {@code workers}, ahead of the network. */
  public NetworkTrainer(Workers workers) {
    this.workers = workers;
  }

  /**
   * A network that was trained.
   *
   * @param backbone weights under torchvision's names
   * @param head W [E,F] and b [E]
   * @param proxies [C*K,E]
   * @param epochs reports of the epochs that ended in this call, warm-up included
   */
  public record Result(
      StateDict backbone, EmbeddingHead head, Proxies proxies, List<EpochReport> epochs) {
    /** Copies the list. */
    public Result {
      epochs = List.copyOf(epochs);
    }
  }

  /** As the other method, beginning at the beginning and keeping no checkpoint. */
  public Result train(
      TrainableNetwork network,
      List<Path> files,
      int[] labels,
      TrainingPlan plan,
      TrainingObserver observer,
      JobContext context) {
    return train(network, files, labels, plan, observer, CheckpointKeeper.NONE, context);
  }

  /**
   * Trains for the plan's warm-up and main epochs.
   *
   * @param network holds the first weights, or those of the keeper's last checkpoint; left holding the trained ones
   * @param files the training images [N]
   * @param labels [N], from 0 on
   * @param plan its back bone must not be frozen, its weight decay 0
   * @param keeper says where the run goes on, and keeps where it stands
   * @throws ProblemException if the data do not fit the plan, or the loss is not a number
   * @throws eifexplorer.job.JobCancelledException when the context was cancelled; noticed at each batch
   */
  public Result train(
      TrainableNetwork network,
      List<Path> files,
      int[] labels,
      TrainingPlan plan,
      TrainingObserver observer,
      CheckpointKeeper keeper,
      JobContext context) {
    if (plan.network().frozen()) {
      throw ProblemException.badValue("frozen", true, "false, to train the whole network");
    }
    if (plan.optimiser().weightDecay() > 0) {
      throw ProblemException.badValue(
          "weightDecay", plan.optimiser().weightDecay(), "0 for a whole network");
    }
    NetworkLearner learner = new NetworkLearner(plan, network, files, labels, workers);
    BatchSampler sampler = plan.batches().sampler(labels, plan.seed());
    List<EpochReport> reports =
        new TrainingLoop(plan, learner, sampler, observer, keeper, context).run();
    return new Result(network.backboneWeights(), learner.head(), learner.proxies().now(), reports);
  }
}
