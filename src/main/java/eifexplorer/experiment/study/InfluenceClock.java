package eifexplorer.experiment.study;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures what estimators take on a model's confused pairs. */
final class InfluenceClock {
  static final int AT_ONCE = 32;
  private static final int MOST_OF_SLOW = 5;

  private final ExperimentInputs inputs;
  private final List<InfluenceQuery> pairs;
  private final int count;
  private final JobContext quiet;
  private @Nullable EifEstimator prepared;

  InfluenceClock(
      ExperimentInputs inputs, List<InfluenceQuery> pairs, int count, JobContext context) {
    this.inputs = inputs;
    this.pairs = pairs;
    this.count = count;
    this.quiet = context.withoutProgress();
  }

  /** The middle of some runs, in seconds. */
  record Timing(double median, int runs) {}

  /**
   * Times one thing.
   *
   * @param key {@code eif-once}, {@code eif}, {@code eif-group}, {@code eif-all}, or an estimator's id
   */
  Timing time(String key) {
    return switch (key) {
      case "eif-once" -> once(this::fresh, eif -> eif.prepare(quiet));
      case "eif-group" -> once(this::prepared, eif -> eif.estimate(group(), quiet));
      case "eif-all" -> once(this::prepared, this::all);
      case "eif" -> median(query -> prepared().estimate(query, quiet), count);
      default -> other(key);
    };
  }

  private EifEstimator fresh() {
    return new EifEstimator(
        new TrainingPasses(inputs.math(), inputs.bundle(), inputs.loss()), EifParameters.DEFAULT);
  }

  private EifEstimator prepared() {
    if (prepared == null) {
      prepared = fresh();
      prepared.prepare(quiet);
      prepared.estimate(pairs.get(0), quiet);
    }
    return prepared;
  }

  private Timing other(String id) {
    InfluenceEstimator estimator =
        inputs.estimators().create(id, inputs.bundle(), inputs.loss(), Map.of());
    return median(query -> estimator.estimate(query, quiet), Math.min(count, MOST_OF_SLOW));
  }

  private InfluenceQuery group() {
    ClassSummary most = new ConfusionTable(inputs.confusions()).wrongClasses(1).get(0);
    return new InfluenceQuery(
        most.group().pairs(inputs.confusions()).stream()
            .map(pair -> new TestPair(pair.wrong(), pair.confusedWith()))
            .toList(),
        "group");
  }

  private void all(EifEstimator eif) {
    for (int from = 0; from < pairs.size(); from += AT_ONCE) {
      eif.estimateAll(pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE)), quiet);
    }
  }

  private static Timing once(Supplier<EifEstimator> made, Consumer<EifEstimator> work) {
    EifEstimator eif = made.get();
    return new Timing(seconds(() -> work.accept(eif)), 1);
  }

  private Timing median(Consumer<InfluenceQuery> work, int runs) {
    work.accept(pairs.get(0));
    double[] seconds = new double[runs];
    Arrays.setAll(seconds, i -> seconds(() -> work.accept(pairs.get(i))));
    Arrays.sort(seconds);
    return new Timing(seconds[runs / 2], runs);
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
