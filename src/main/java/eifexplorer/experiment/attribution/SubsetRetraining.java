package eifexplorer.experiment.attribution;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.UnitRows;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.ReweightPlan;
import eifexplorer.training.ReweightedRetraining;
import eifexplorer.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a last layer learn from a part of the training set, and measures the queries' distances.
 *
 * <p>A seed draws other batches and does not only reorder those of another: how often a draw takes an image is nothing that a
 * score can know, and only the mean over draws takes it out.
 */
final class SubsetRetraining {
  private final ExperimentInputs inputs;
  private final Protocol protocol;
  private final List<InfluenceQuery> queries;
  private final int[] testSamples;
  private final float[] testRows;
  private @Nullable EmbeddingHead first;

  SubsetRetraining(ExperimentInputs inputs, Protocol protocol, List<InfluenceQuery> queries) {
    this.inputs = inputs;
    this.protocol = protocol;
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
    double[] weights = protocol.weights(subset);
    return distances(
        protocol == Protocol.EPOCH
            ? oneEpoch(weights, seed, context)
            : fromTheStart(weights, seed, context));
  }

  private EmbeddingHead fromTheStart(double[] weights, int seed, JobContext context) {
    EmbeddingBundle bundle = inputs.bundle();
    int[] labels = bundle.trainLabels();
    TrainingPlan plan =
        FrozenHeadPlan.fitting(inputs.loss(), labels, bundle.trainFeatures().columns(), 0);
    EmbeddingHead start = start(plan, context);
    return new HeadTrainer(inputs.math())
        .trainWeighted(bundle.trainFeatures(), labels, weights, start, plan, seed, context)
        .head();
  }

  /** The same for all: only weights and the batches' order differ. */
  private synchronized EmbeddingHead start(TrainingPlan plan, JobContext context) {
    EmbeddingHead known = first;
    if (known == null) {
      known =
          new HeadTrainer(inputs.math())
              .initialHead(inputs.bundle().trainFeatures(), plan, context);
      first = known;
    }
    return known;
  }

  private EmbeddingHead oneEpoch(double[] weights, int seed, JobContext context) {
    EmbeddingBundle bundle = inputs.bundle();
    TrainingPlan plan =
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
            plan.batches().sampler(bundle.trainLabels(), seed).nextEpoch(),
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
