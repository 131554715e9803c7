package eifexplorer.experiment.attribution;

import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Retrains on every subset, lets every estimator predict, and keeps each piece once it is done. */
final class LdsRun {
  /** Queries of a unit. */
  private static final int QUERIES_AT_ONCE = 32;

  /** Another word than before the proxies were held fixed, so that nothing of then is taken over. */
  private static final String SUBSET = "part-";

  private final ExperimentInputs inputs;
  private final LdsPlan plan;
  private final List<LdsQuery> all;
  private final int[] chosen;
  private final List<LdsQuery> queries;
  private final FinishedUnits units;
  private final JobContext context;
  private final JobContext quiet;
  private final List<boolean[]> subsets = new ArrayList<>();

  /**
   * A run.
   *
   * @param all queries of the kind; every subset's distances are those of all, for other runs to take over
   * @param chosen those asked for, by their place
   */
  LdsRun(
      ExperimentInputs inputs,
      LdsPlan plan,
      List<LdsQuery> all,
      int[] chosen,
      FinishedUnits units,
      JobContext context) {
    this.inputs = inputs;
    this.plan = plan;
    this.all = all;
    this.chosen = chosen;
    this.queries = Arrays.stream(chosen).mapToObj(all::get).toList();
    this.units = units;
    this.context = context;
    this.quiet = context.withoutProgress();
    for (int s = 0; s < plan.subsets(); s++) {
      subsets.add(plan.protocol().subset(s, inputs.trainCount()));
    }
  }

  /** A subset's distances of all queries by seed [k][q]. */
  private record Retrained(double[][] distances) {}

  /**
   * An estimator's predictions for some queries [q][m].
   *
   * @param seconds what they took
   */
  private record Predicted(double[][] sums, double seconds) {}

  Findings run(Function<LdsOutcome, Findings> findings, ExperimentObserver observer) {
    units.plan(keys());
    List<double[][]> distances = new ArrayList<>();
    SubsetRetraining retraining =
        new SubsetRetraining(inputs, plan, all.stream().map(LdsQuery::query).toList());
    for (int s = 0; s < subsets.size(); s++) {
      distances.add(retrained(retraining, s));
    }
    List<LdsOutcome.Prediction> predictions = new ArrayList<>();
    LdsOutcome outcome = new LdsOutcome(queries, plan, distances, predictions, lost());
    if (outcome.moving().length == 0) {
      throw new ProblemException(
          "No distance changes with the training images",
          queries.size() + (queries.size() == 1 ? " distance" : " distances") + " asked for",
          "Take other pairs: both images of these are the same to the model.");
    }
    for (EstimatorSetting setting : plan.estimators()) {
      predictions.add(predicted(setting));
      observer.soFar(findings.apply(outcome));
    }
    return findings.apply(outcome);
  }

  /** Whether a unit is a subset's retraining. */
  static boolean isSubset(String unit) {
    return unit.startsWith(SUBSET);
  }

  /** The number of the subset whose retraining a unit is; -1 if it has none, as in a file that was damaged. */
  static int subset(String unit) {
    try {
      return Integer.parseInt(unit.substring(SUBSET.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (int s = 0; s < subsets.size(); s++) {
      keys.add(SUBSET + s);
    }
    for (EstimatorSetting setting : plan.estimators()) {
      for (int from = 0; from < queries.size(); from += QUERIES_AT_ONCE) {
        keys.add(setting.text() + "/" + from);
      }
    }
    return keys;
  }

  /** Of the chosen queries [k][q]. */
  private double[][] retrained(SubsetRetraining retraining, int subset) {
    double[][] found =
        units
            .findOrRun(
                SUBSET + subset,
                Retrained.class,
                () ->
                    new Retrained(
                        ComputePool.shared()
                            .map(
                                plan.seeds(),
                                seed -> retraining.distances(subsets.get(subset), seed, quiet))
                            .toArray(double[][]::new)),
                context)
            .distances();
    return Arrays.stream(found)
        .map(bySeed -> Arrays.stream(chosen).mapToDouble(q -> bySeed[q]).toArray())
        .toArray(double[][]::new);
  }

  private LdsOutcome.Prediction predicted(EstimatorSetting setting) {
    InfluenceEstimator estimator = inputs.estimator(setting.id(), setting.options());
    double[][] sums = new double[queries.size()][];
    double seconds = 0;
    for (int from = 0; from < queries.size(); from += QUERIES_AT_ONCE) {
      List<InfluenceQuery> some =
          queries.subList(from, Math.min(queries.size(), from + QUERIES_AT_ONCE)).stream()
              .map(LdsQuery::query)
              .toList();
      Predicted found =
          units.findOrRun(
              setting.text() + "/" + from,
              Predicted.class,
              () -> predict(estimator, some),
              context);
      System.arraycopy(found.sums(), 0, sums, from, found.sums().length);
      seconds += found.seconds();
    }
    return new LdsOutcome.Prediction(setting, sums, seconds / queries.size());
  }

  private Predicted predict(InfluenceEstimator estimator, List<InfluenceQuery> some) {
    long start = System.nanoTime();
    List<InfluenceScores> scores = estimator.estimateAll(some, quiet);
    double seconds = (System.nanoTime() - start) / 1e9;
    double[][] sums = new double[some.size()][subsets.size()];
    for (int q = 0; q < sums.length; q++) {
      double[] influences = scores.get(q).influences();
      for (int s = 0; s < sums[q].length; s++) {
        sums[q][s] = effect(influences, subsets.get(s));
      }
    }
    return new Predicted(sums, seconds);
  }

  /** The sum over a subset of what each of its images does to the distance: a harmful one lowers it. */
  private static double effect(double[] influences, boolean[] subset) {
    double sum = 0;
    for (int i = 0; i < influences.length; i++) {
      sum -= subset[i] ? influences[i] : 0;
    }
    return sum;
  }

  /** How many subsets have no image of some class. */
  private int lost() {
    int[] labels = inputs.bundle().trainLabels();
    int classes = inputs.bundle().proxies().classCount();
    return (int)
        subsets.stream()
            .filter(
                subset -> {
                  boolean[] there = new boolean[classes];
                  boolean[] wanted = new boolean[classes];
                  for (int i = 0; i < labels.length; i++) {
                    there[labels[i]] |= subset[i];
                    wanted[labels[i]] = true;
                  }
                  return !Arrays.equals(there, wanted);
                })
            .count();
  }
}
