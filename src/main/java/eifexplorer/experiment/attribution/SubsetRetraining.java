package eifexplorer.experiment.attribution;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.UnitRows;
import eifexplorer.training.BatchSampler;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.OptimiserPlan;
import eifexplorer.training.ReweightPlan;
import eifexplorer.training.ReweightedRetraining;
import eifexplorer.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a last layer learn from a part of the training set, and measures the queries' distances.
 *
 * <p>From the start the last layer's weight learns alone, towards the proxies that the same training on all images ends with:
 * scores are about the weight, and proxies that learn too have an effect that none of them knows. That can be asked for.
 *
 * <p>A seed draws other batches and does not only reorder those of another: how often a draw takes an image is nothing that a
 * score can know, and only the mean over draws takes it out.
 */
final class SubsetRetraining {
  private final ExperimentInputs inputs;
  private final LdsPlan plan;
  private final List<InfluenceQuery> queries;
  private final int[] testSamples;
  private final float[] testRows;
  private @Nullable Start first;

  SubsetRetraining(ExperimentInputs inputs, LdsPlan plan, List<InfluenceQuery> queries) {
    this.inputs = inputs;
    this.plan = plan;
    this.queries = queries;
    this.testSamples =
        queries.stream()
            .flatMap(query -> query.pairs().stream())
            .flatMapToInt(pair -> IntStream.of(pair.first(), pair.second()))
            .distinct()
            .sorted()
            .toArray();
    this.testRows = inputs.bundle().testFeatures().gather(testSamples);
  }

  /** Distances of the queries [q], after learning from a subset with the batches of a seed. */
  double[] distances(boolean[] subset, int seed, JobContext context) {
    double[] weights = plan.protocol().weights(subset);
    return distances(
        plan.protocol() == Protocol.EPOCH
            ? oneEpoch(weights, seed, context)
            : fromTheStart(weights, seed, context));
  }

  private EmbeddingHead fromTheStart(double[] weights, int seed, JobContext context) {
    EmbeddingBundle bundle = inputs.bundle();
    int[] labels = bundle.trainLabels();
    TrainingPlan training =
        FrozenHeadPlan.fitting(inputs.loss(), labels, bundle.trainFeatures().columns(), 0);
    Start from = start(training, context);
    if (plan.learnsProxies()) {
      return new HeadTrainer(inputs.math())
          .trainWeighted(
              bundle.trainFeatures(), labels, weights, from.head, training, seed, context)
          .head();
    }
    OptimiserPlan rates = training.optimiser();
    BatchSampler sampler = training.batches().sampler(labels, seed);
    List<int[]> batches = new ArrayList<>();
    for (int epoch = 0; epoch < training.epochs(); epoch++) {
      batches.addAll(sampler.nextEpoch());
    }
    return new ReweightedRetraining(inputs.math(), rates.headRate(), rates.clip())
        .run(
            from.head,
            from.proxies,
            inputs.loss(),
            bundle.trainFeatures(),
            labels,
            weights,
            batches,
            context)
        .head();
  }

  /**
   * What all subsets begin with.
   *
   * @param proxies those that are held fixed; not used where they learn
   */
  private record Start(EmbeddingHead head, Proxies proxies) {}

  /** The same for all: only weights and the batches' order differ. */
  private synchronized Start start(TrainingPlan training, JobContext context) {
    Start known = first;
    if (known == null) {
      EmbeddingBundle bundle = inputs.bundle();
      HeadTrainer trainer = new HeadTrainer(inputs.math());
      EmbeddingHead head = trainer.initialHead(bundle.trainFeatures(), training, context);
      // Weights of 1 change nothing: the start, which takes long to find, is handed on instead of
      // found once more.
      double[] ones = new double[bundle.trainLabels().length];
      Arrays.fill(ones, 1);
      Proxies proxies =
          plan.learnsProxies()
              ? bundle.proxies()
              : trainer
                  .trainWeighted(
                      bundle.trainFeatures(),
                      bundle.trainLabels(),
                      ones,
                      head,
                      training,
                      training.seed(),
                      context)
                  .proxies();
      known = new Start(head, proxies);
      first = known;
    }
    return known;
  }

  private EmbeddingHead oneEpoch(double[] weights, int seed, JobContext context) {
    EmbeddingBundle bundle = inputs.bundle();
    TrainingPlan training =
        ReweightPlan.of(
            inputs.dataset().name(),
            inputs.loss(),
            inputs.dataset().trainClassCount(),
            inputs.trainCount());
    return new ReweightedRetraining(inputs.math())
        .run(
            bundle.head(),
            bundle.proxies(),
            inputs.loss(),
            bundle.trainFeatures(),
            bundle.trainLabels(),
            weights,
            training.batches().sampler(bundle.trainLabels(), seed).nextEpoch(),
            context)
        .head();
  }

  private double[] distances(EmbeddingHead head) {
    int size = head.embeddingSize();
    float[] embeddings = new float[testSamples.length * size];
    inputs
        .math()
        .timesTransposed(
            testRows, testSamples.length, head.weight(), size, head.featureSize(), embeddings);
    float[] bias = head.bias();
    for (int i = 0; i < embeddings.length; i++) {
      embeddings[i] += bias[i % size];
    }
    double[] units = UnitRows.of(Doubles.of(embeddings), size).units();
    return queries.stream().mapToDouble(query -> distance(query, units, size)).toArray();
  }

  private double distance(InfluenceQuery query, double[] units, int size) {
    double sum = 0;
    for (TestPair pair : query.pairs()) {
      int first = place(pair.first()) * size;
      int second = place(pair.second()) * size;
      for (int r = 0; r < size; r++) {
        double difference = units[first + r] - units[second + r];
        sum += difference * difference;
      }
    }
    return sum / query.pairs().size();
  }

  private int place(int sample) {
    return Arrays.binarySearch(testSamples, sample);
  }
}
