package eifexplorer.experiment.attribution;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.training.BatchPlan;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.ReweightPlan;
import eifexplorer.training.TrainingPlan;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What a run will take: a few batches are trained to see how fast this machine is with this model. */
public final class LdsCost {
  private static final int BATCHES = 12;

  private LdsCost() {}

  /** The retraining's time, which is nearly all of the run's; for use in a job. */
  public static Duration expected(
      ExperimentInputs inputs, ParameterValues values, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    TrainingPlan usual =
        FrozenHeadPlan.fitting(inputs.loss(), labels, inputs.bundle().trainFeatures().columns(), 0);
    TrainingPlan plan =
        Protocol.of(values.name(LdsPlan.PROTOCOL)) == Protocol.EPOCH
            ? ReweightPlan.of(
                inputs.dataset().name(),
                inputs.loss(),
                inputs.dataset().trainClassCount(),
                labels.length)
            : usual;
    int seeds = values.whole(LdsPlan.SEEDS);
    double atOnce = Math.min(seeds, ComputePool.shared().threads());
    double heads = values.whole(LdsPlan.SUBSETS) * seeds / atOnce;
    double batches = (double) plan.epochs() * labels.length / plan.batches().size();
    double seconds = heads * batches * secondsABatch(inputs, usual, plan.batches(), context);
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private static double secondsABatch(
      ExperimentInputs inputs, TrainingPlan plan, BatchPlan batches, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    int some = Math.min(labels.length, BATCHES * batches.size() + 1);
    int[] rows =
        IntStream.range(0, some).map(i -> (int) ((long) i * labels.length / some)).toArray();
    FeatureMatrix all = inputs.bundle().trainFeatures();
    FeatureMatrix features = new HeapFeatures(all.gather(rows), some, all.columns());
    int[] of = Arrays.stream(rows).map(row -> labels[row]).toArray();
    TrainingPlan few =
        plan.withEpochs(1)
            .withBatches(
                new BatchPlan(
                    BatchPlan.Sampler.RANDOM, batches.classes(), batches.samplesPerClass()));
    double[] weights = new double[some];
    Arrays.fill(weights, 1);
    HeadTrainer trainer = new HeadTrainer(inputs.math());
    long start = 0;
    // The first pass is slow: the program has just begun.
    for (int pass = 0; pass < 2; pass++) {
      start = System.nanoTime();
      trainer.trainWeighted(features, of, weights, inputs.bundle().head(), few, 0, context);
    }
    return (System.nanoTime() - start) / 1e9 * batches.size() / some;
  }
}
