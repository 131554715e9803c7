package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.image.ImageBatch;
import eifexplorer.image.ImageBatches;
import eifexplorer.image.TrainingAugmentation;
import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
   * @param epochs one report an epoch, warm-up included
   */
  public record Result(
      StateDict backbone, EmbeddingHead head, Proxies proxies, List<EpochReport> epochs) {
    /** Copies the list. */
    public Result {
      epochs = List.copyOf(epochs);
    }
  }

  /**
   * Trains for the plan's warm-up and main epochs.
   *
   * @param network holds the first weights; left holding the trained ones
   * @param files the training images [N]
   * @param labels [N], from 0 on
   * @param plan its back bone must not be frozen, its weight decay 0
   * @throws ProblemException if the data do not fit the plan, or the loss is not a number
   * @throws eifexplorer.job.JobCancelledException when the context was cancelled; noticed at each batch
   */
  public Result train(
      TrainableNetwork network,
      List<Path> files,
      int[] labels,
      TrainingPlan plan,
      TrainingObserver observer,
      JobContext context) {
    if (plan.network().frozen()) {
      throw ProblemException.badValue("frozen", true, "false, to train the whole network");
    }
    if (plan.optimiser().weightDecay() > 0) {
      throw ProblemException.badValue(
          "weightDecay", plan.optimiser().weightDecay(), "0 for a whole network");
    }
    Run run = new Run(network, files, labels, plan, context);
    List<EpochReport> reports = new ArrayList<>();
    for (int epoch = 1; epoch <= run.epochs; epoch++) {
      long start = System.nanoTime();
      double loss = run.epoch(epoch);
      double seconds = (System.nanoTime() - start) / 1e9;
      EpochReport report = new EpochReport(epoch, loss, seconds, observer.measure(run.head()));
      reports.add(report);
      observer.epochDone(report);
    }
    return new Result(network.backboneWeights(), run.head(), run.proxies(), reports);
  }

  /** The weights while they move. */
  private final class Run {
    private final TrainableNetwork network;
    private final List<Path> files;
    private final int[] labels;
    private final TrainingPlan plan;
    private final JobContext context;
    private final BatchSampler sampler;
    private final TrainingAugmentation augmentation;
    private final int epochs;
    private final float[] proxies;
    private Adam proxyAdam;
    private int batches;

    Run(
        TrainableNetwork network,
        List<Path> files,
        int[] labels,
        TrainingPlan plan,
        JobContext context) {
      this.network = network;
      this.files = files;
      this.labels = labels;
      this.plan = plan;
      this.context = context;
      this.sampler = plan.batches().sampler(labels, plan.seed());
      this.augmentation = TrainingAugmentation.of(plan.network().crop());
      this.epochs = plan.warmUpEpochs() + plan.epochs();
      int classCount = 1 + Arrays.stream(labels).max().orElse(-1);
      this.proxies =
          InitialWeights.proxies(plan.loss(), classCount, network.embeddingSize(), plan.seed())
              .values();
    }

    double epoch(int epoch) {
      boolean warmUp = epoch <= plan.warmUpEpochs();
      if (epoch == 1 || epoch == plan.warmUpEpochs() + 1) {
        network.setBackboneLearns(!warmUp);
        network.resetOptimiser();
        proxyAdam = new Adam(proxies.length, plan.optimiser().epsilon(), 0);
      }
      double factor = warmUp ? 1 : plan.optimiser().rateFactor(epoch - plan.warmUpEpochs());
      double sum = 0;
      int done = 0;
      try (ImageBatches images =
          ImageBatches.training(
              files, sampler.nextEpoch(), augmentation, plan.seed(), epoch, workers)) {
        while (images.hasNext()) {
          context.checkCancelled();
          sum += step(images.next(), warmUp, factor, epoch);
          done++;
          batches++;
          context.progress(batches, (long) epochs * sampler.batchesPerEpoch(), "batches");
        }
      }
      requireImages(done);
      return sum / done;
    }

    private double step(ImageBatch batch, boolean warmUp, double factor, int epoch) {
      float[] embeddings =
          network.forward(batch.pixels(), batch.count(), batch.height(), batch.width());
      int[] given = Arrays.stream(batch.indices()).map(i -> labels[i]).toArray();
      MetricLoss loss = MetricLosses.of(plan.loss(), proxies());
      MetricLoss.Gradients gradients = loss.gradients(Matrices.toDoubles(embeddings), given, null);
      OptimiserPlan rates = plan.optimiser();
      if (!Double.isFinite(gradients.loss())) {
        throw new ProblemException(
            "The loss is not a number in epoch " + epoch + ", batch " + (batches + 1),
            "",
            "Lower the learning rates: back bone "
                + rates.backboneRate()
                + ", head "
                + rates.headRate()
                + ".");
      }
      network.backward(Matrices.toFloats(gradients.embeddings()));
      network.step(
          AdamSettings.of(
              warmUp ? 0 : factor * rates.backboneRate(),
              factor * rates.headRate(),
              rates.epsilon(),
              rates.clip()));
      proxyAdam.step(proxies, Matrices.toFloats(gradients.proxies()), factor * rates.proxyRate());
      return gradients.loss();
    }

    private void requireImages(int done) {
      if (done == 0) {
        throw new ProblemException(
            "None of the training images can be read",
            files.get(0).toString(),
            "Check the data set's folder.");
      }
    }

    EmbeddingHead head() {
      return new EmbeddingHead(network.headWeight(), network.headBias());
    }

    Proxies proxies() {
      return new Proxies(proxies, network.embeddingSize(), plan.loss().centresPerClass());
    }
  }
}
