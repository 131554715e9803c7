package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.MatrixMath;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.HeadGradients.Batch;
import eifexplorer.training.NetworkPlan.InitialHead;
import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * Trains for the plan's epochs.
   *
   * @param features [N,F]
   * @param labels [N], from 0 on; there are as many classes as the largest says
   * @param plan its back bone must be frozen
   * @throws ProblemException if the data do not fit the plan, or the loss is not finite
   * @throws eifexplorer.job.JobCancelledException when the context was cancelled; noticed at each batch
   */
  public TrainedHead train(
      FeatureMatrix features,
      int[] labels,
      TrainingPlan plan,
      TrainingObserver observer,
      JobContext context) {
    if (!plan.network().frozen()) {
      throw ProblemException.badValue("frozen", false, "true, to train on cached features");
    }
    int classCount = 1 + Arrays.stream(labels).max().orElse(-1);
    BatchSampler sampler = plan.batches().sampler(labels, plan.seed());
    HeadGradients gradients = new HeadGradients(math, features, labels);
    Run run = new Run(plan, initialHead(features, plan, context), classCount);
    List<EpochReport> reports = new ArrayList<>();
    for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
      long start = System.nanoTime();
      double loss = run.epoch(epoch, sampler, gradients, context);
      observer.weights(epoch, run.head(), run.proxies());
      EpochReport report =
          new EpochReport(
              epoch, loss, (System.nanoTime() - start) / 1e9, observer.measure(run.head()));
      reports.add(report);
      observer.epochDone(report);
    }
    return new TrainedHead(run.head(), run.proxies(), plan, reports);
  }

  private EmbeddingHead initialHead(FeatureMatrix features, TrainingPlan plan, JobContext context) {
    int size = plan.network().embeddingSize();
    return plan.network().initialHead() == InitialHead.PRINCIPAL
        ? InitialWeights.principalHead(size, features, math, context)
        : InitialWeights.uniformHead(size, features.columns(), plan.seed());
  }

  /** The weights while they move. */
  private static final class Run {
    private final TrainingPlan plan;
    private final float[] weight;
    private final float[] bias;
    private final float[] proxies;
    private final Adam weightAdam;
    private final Adam biasAdam;
    private final Adam proxyAdam;

    Run(TrainingPlan plan, EmbeddingHead start, int classCount) {
      this.plan = plan;
      this.weight = start.weight();
      this.bias = start.bias();
      this.proxies =
          InitialWeights.proxies(plan.loss(), classCount, bias.length, plan.seed()).values();
      this.weightAdam = adam(weight);
      this.biasAdam = adam(bias);
      this.proxyAdam = adam(proxies);
    }

    private Adam adam(float[] weights) {
      OptimiserPlan optimiser = plan.optimiser();
      return new Adam(weights.length, optimiser.epsilon(), optimiser.weightDecay());
    }

    double epoch(int epoch, BatchSampler sampler, HeadGradients gradients, JobContext context) {
      double sum = 0;
      int done = (epoch - 1) * sampler.batchesPerEpoch();
      int total = plan.epochs() * sampler.batchesPerEpoch();
      for (int[] batch : sampler.nextEpoch()) {
        context.checkCancelled();
        MetricLoss loss = MetricLosses.of(plan.loss(), proxies());
        Batch result = gradients.of(batch, weight, bias, loss, null);
        step(result, plan.optimiser().rateFactor(epoch));
        sum += result.loss();
        done++;
        context.progress(done, total, "batches");
      }
      return sum / sampler.batchesPerEpoch();
    }

    private void step(Batch batch, double rateFactor) {
      OptimiserPlan optimiser = plan.optimiser();
      Adam.clip(batch.weight(), optimiser.clip());
      Adam.clip(batch.bias(), optimiser.clip());
      weightAdam.step(weight, batch.weight(), rateFactor * optimiser.headRate());
      biasAdam.step(bias, batch.bias(), rateFactor * optimiser.headRate());
      proxyAdam.step(proxies, batch.proxies(), rateFactor * optimiser.proxyRate());
    }

    EmbeddingHead head() {
      return new EmbeddingHead(weight, bias);
    }

    Proxies proxies() {
      return new Proxies(proxies, bias.length, plan.loss().centresPerClass());
    }
  }
}
