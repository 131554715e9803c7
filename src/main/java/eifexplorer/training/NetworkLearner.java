package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.DeviceMemoryException;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.image.ImageBatch;
import eifexplorer.image.ImageBatches;
import eifexplorer.image.TrainingAugmentation;
import eifexplorer.job.Workers;
import eifexplorer.math.Doubles;
import eifexplorer.training.NetworkPlan.Precision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole network with its last layer and proxies that learns on augmented images. */
final class NetworkLearner implements Learner {
  private final TrainingPlan plan;
  private final TrainableNetwork network;
  private final List<Path> files;
  private final int[] labels;
  private final Workers workers;
  private final TrainingAugmentation augmentation;
  private final LiveProxies proxies;
  private boolean warmUp;

  NetworkLearner(
      TrainingPlan plan,
      TrainableNetwork network,
      List<Path> files,
      int[] labels,
      Workers workers) {
    this.plan = plan;
    this.network = network;
    this.files = files;
    this.labels = labels;
    this.workers = workers;
    network.setNormFrozen(plan.network().frozenNorm());
    network.setMixedPrecision(plan.network().precision() == Precision.MIXED);
    this.augmentation =
        new TrainingAugmentation(plan.network().crop(), plan.network().images().normalization());
    this.proxies =
        new LiveProxies(plan, TrainingLabels.classCount(labels), network.embeddingSize());
  }

  @Override
  public void setWarmUp(boolean now) {
    warmUp = now;
    network.setBackboneLearns(!now);
  }

  @Override
  public void freshOptimisers() {
    network.resetOptimiser();
    proxies.freshOptimiser(0);
  }

  @Override
  public BatchSource open(List<int[]> batches, int epoch) {
    return new Images(
        batches.size(),
        ImageBatches.training(files, batches, augmentation, plan.seed(), epoch, workers));
  }

  @Override
  public void step(double factor) {
    OptimiserPlan rates = plan.optimiser();
    network.step(
        AdamSettings.of(
            warmUp ? 0 : factor * rates.backboneRate(),
            factor * rates.headRate(),
            rates.epsilon(),
            rates.clip()));
    proxies.step(factor);
  }

  @Override
  public EmbeddingHead head() {
    return new EmbeddingHead(network.headWeight(), network.headBias());
  }

  @Override
  public LiveProxies proxies() {
    return proxies;
  }

  @Override
  public boolean isFinite() {
    return proxies.isFinite()
        && Doubles.areFinite(network.headWeight())
        && Doubles.areFinite(network.headBias());
  }

  @Override
  public StateDict state() {
    float[] bias = network.headBias();
    float[] weight = network.headWeight();
    Map<String, WeightTensor> head = new LinkedHashMap<>();
    head.put("head.weight", WeightTensor.owning(weight, bias.length, weight.length / bias.length));
    head.put("head.bias", WeightTensor.owning(bias, bias.length));
    return StateDict.of(head)
        .plus(network.backboneWeights().prefixed("backbone."))
        .plus(network.optimiserState().prefixed("optimiser."))
        .plus(proxies.state());
  }

  /** The network itself was opened with the checkpoint's weights. */
  @Override
  public void restore(StateDict state) {
    network.restoreOptimiser(state.below("optimiser."));
    proxies.restore(state);
  }

  /** Batches decoded ahead. */
  private final class Images implements BatchSource {
    private final int planned;
    private final ImageBatches images;
    private int passed;
    private int samples;

    Images(int planned, ImageBatches images) {
      this.planned = planned;
      this.images = images;
    }

    @Override
    public boolean hasNext() {
      boolean more = images.hasNext();
      if (!more) {
        passed = planned;
      }
      return more;
    }

    @Override
    public double addNext(double share) {
      ImageBatch batch = images.next();
      passed = batch.planned() + 1;
      samples = batch.count();
      try {
        return add(batch, share);
      } catch (DeviceMemoryException e) {
        throw new BatchesThatFit(network, plan.batches()).explain(batch, e);
      }
    }

    private double add(ImageBatch batch, double share) {
      float[] embeddings =
          network.forward(batch.pixels(), batch.count(), batch.height(), batch.width());
      if (!Doubles.areFinite(embeddings) || !proxies.isFinite()) {
        return Double.NaN;
      }
      int[] given = Arrays.stream(batch.indices()).map(i -> labels[i]).toArray();
      MetricLoss.Gradients gradients =
          proxies.loss().gradients(Doubles.of(embeddings), given, null);
      double[] back = gradients.embeddings();
      Doubles.scale(back, share);
      network.backward(Doubles.floats(back));
      proxies.add(share, gradients.proxies());
      return gradients.loss();
    }

    @Override
    public int passed() {
      return passed;
    }

    @Override
    public int samples() {
      return samples;
    }

    @Override
    public void close() {
      images.close();
    }
  }
}
