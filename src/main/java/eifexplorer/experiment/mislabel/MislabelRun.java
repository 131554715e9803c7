package eifexplorer.experiment.mislabel;

import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.mislabel.Scenario.Setting;
import eifexplorer.job.JobContext;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs every detector on every scenario; a unit is a detector on a scenario. */
final class MislabelRun {
  /** The control: a random order. */
  static final String RANDOM = "random";

  private static final String GROUP = "eif-group";
  private static final String RELABELLING = "relabelling";

  private final ExperimentInputs given;
  private final ExperimentInputs clean;
  private final List<String> detectors;
  private final List<Integer> seeds;
  private final FinishedUnits units;
  private final JobContext context;
  private final JobContext quiet;

  /**
   * A run.
   *
   * @param given with the labels that the data set has
   */
  MislabelRun(
      ExperimentInputs given,
      List<String> detectors,
      List<Integer> seeds,
      FinishedUnits units,
      JobContext context) {
    this.given = given;
    this.clean = given.withTrueLabels();
    this.detectors = List.copyOf(detectors);
    this.seeds = List.copyOf(seeds);
    this.units = units;
    this.context = context;
    this.quiet = context.withoutProgress();
  }

  /**
   * What was found of a setting with one seed.
   *
   * @param detections by detector
   * @param accuracy share of wrong labels for which the true one was suggested, by rule
   */
  record Outcome(
      Setting setting, Map<String, Detection> detections, Map<String, Double> accuracy) {}

  /** Share of wrong labels for which the true one was suggested, by rule. */
  private record Relabelling(Map<String, Double> accuracy) {}

  List<Outcome> run(
      List<Setting> settings,
      ExperimentObserver observer,
      Function<List<Outcome>, Findings> findings) {
    List<String> keys = new ArrayList<>();
    for (Setting setting : settings) {
      for (int seed : seeds) {
        detectors.forEach(detector -> keys.add(setting.with(seed).key(detector)));
        keys.add(setting.with(seed).key(RELABELLING));
      }
    }
    units.plan(keys);
    List<Outcome> outcomes = new ArrayList<>();
    for (Setting setting : settings) {
      for (int seed : seeds) {
        outcomes.add(new ScenarioRun(setting.with(seed)).run(setting));
        observer.soFar(findings.apply(outcomes));
      }
    }
    return outcomes;
  }

  /** One scenario; its head is trained when the first unit needs it, each detector runs once. */
  private final class ScenarioRun {
    private final Scenario scenario;
    private final Map<String, SuspectScores> scores = new HashMap<>();
    private @Nullable NoisyModel model;

    ScenarioRun(Scenario scenario) {
      this.scenario = scenario;
    }

    Outcome run(Setting setting) {
      Map<String, Detection> detections = new LinkedHashMap<>();
      for (String detector : detectors) {
        detections.put(
            detector,
            units.findOrRun(
                scenario.key(unit(detector)),
                Detection.class,
                () -> Detection.of(scores(detector), model().wrong()),
                context));
      }
      Relabelling relabelling =
          units.findOrRun(
              scenario.key(RELABELLING),
              Relabelling.class,
              () -> new Relabelling(accuracy()),
              context);
      return new Outcome(setting, detections, relabelling.accuracy());
    }

    /** Units of earlier versions named by the default order hold what is the quick one now. */
    private static String unit(String detector) {
      return detector.equals(RankWeights.DEFAULT_ID) ? "queue" : detector;
    }

    private NoisyModel model() {
      NoisyModel trained = model;
      if (trained == null) {
        trained = NoisyModel.train(given, clean, scenario, quiet);
        model = trained;
      }
      return trained;
    }

    private SuspectScores scores(String detector) {
      SuspectScores known = scores.get(detector);
      if (known == null) {
        known = compute(detector);
        scores.put(detector, known);
      }
      return known;
    }

    private SuspectScores compute(String detector) {
      if (detector.equals(RANDOM)) {
        double[] order = new Random(scenario.seed()).doubles(given.trainCount()).toArray();
        return new SuspectScores(order, order);
      }
      if (detector.equals(RankWeights.DEFAULT_ID)) {
        return combined(DefaultOrder.of(model().inputs()));
      }
      if (detector.equals(RankWeights.QUICK_ID)) {
        return combined(RankWeights.QUICK);
      }
      return SuspectDetectors.byId(detector).scores(model().inputs(), quiet);
    }

    private SuspectScores combined(RankWeights order) {
      Map<String, SuspectScores> parts = new HashMap<>();
      order.weights().keySet().forEach(id -> parts.put(id, scores(id)));
      return order.combine(parts);
    }

    private Map<String, Double> accuracy() {
      ReferenceRelabelling reference = model().referenceRelabelling(scores(GROUP), quiet);
      Map<String, Double> accuracy = new LinkedHashMap<>();
      if (reference.total() > 0) {
        accuracy.put("reference", (double) reference.correct() / reference.total());
      }
      accuracy.putAll(model().relabelAccuracy(quiet));
      return accuracy;
    }
  }
}
