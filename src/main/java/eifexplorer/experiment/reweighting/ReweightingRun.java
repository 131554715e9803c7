package eifexplorer.experiment.reweighting;

import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.reweighting.CaseOutcome.Way;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.job.JobContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tries every way on every case; a unit is a case with a way and a seed. */
final class ReweightingRun {
  private static final int PICTURED_IMAGES = 5;

  /** How often what is known so far is shown. */
  private static final int SHOWN = 50;

  private final ExperimentInputs inputs;
  private final ReweightingParameters parameters;
  private final FinishedUnits units;
  private final JobContext context;
  private final JobContext quiet;
  private final Retraining retraining;
  private final Map<String, InfluenceEstimator> estimators = new LinkedHashMap<>();

  ReweightingRun(
      ExperimentInputs inputs,
      ReweightingParameters parameters,
      FinishedUnits units,
      JobContext context) {
    this.inputs = inputs;
    this.parameters = parameters;
    this.units = units;
    this.context = context;
    this.quiet = context.withoutProgress();
    this.retraining =
        new Retraining(inputs, parameters.helpfulWeight(), parameters.harmfulWeight());
    for (Choice estimator : parameters.estimators()) {
      String id = estimator.name();
      estimators.put(id, inputs.estimator(id, Map.of()));
    }
  }

  /** The most harmful training images of a case, kept so that it need not be explained again. */
  private record Harmful(List<Integer> images) {}

  List<CaseOutcome> run(
      List<ConfusedCase> cases,
      ExperimentObserver observer,
      Function<List<CaseOutcome>, Findings> findings) {
    units.plan(keys(cases));
    List<CaseOutcome> outcomes = new ArrayList<>();
    for (ConfusedCase of : cases) {
      outcomes.add(tried(of, outcomes.size() < parameters.pictured()));
      int every = Math.max(1, cases.size() / SHOWN);
      if (outcomes.size() % every == 0) {
        observer.soFar(findings.apply(outcomes));
      }
    }
    return outcomes;
  }

  private List<String> keys(List<ConfusedCase> cases) {
    List<String> keys = new ArrayList<>();
    for (ConfusedCase of : cases) {
      for (Way way : ways()) {
        parameters.seeds().forEach(seed -> keys.add(key(of, way, seed)));
      }
      if (cases.indexOf(of) < parameters.pictured()) {
        estimators.keySet().forEach(id -> keys.add(pictureKey(of, id)));
      }
    }
    return keys;
  }

  private List<Way> ways() {
    return parameters.rates().stream()
        .flatMap(rate -> parameters.ways().stream().map(sets -> new Way(sets.name(), rate)))
        .toList();
  }

  private static String key(ConfusedCase of, Way way, int seed) {
    return of.key() + "/" + way.sets() + "/" + Parameter.text(way.rate()) + "/" + seed;
  }

  private static String pictureKey(ConfusedCase of, String estimator) {
    return of.key() + "/" + estimator + "/harmful";
  }

  private CaseOutcome tried(ConfusedCase of, boolean pictured) {
    Map<String, SampleSets> explained = new HashMap<>();
    Map<Way, List<Trial>> trials = new HashMap<>();
    for (Way way : ways()) {
      List<Trial> bySeed = new ArrayList<>();
      for (int seed : parameters.seeds()) {
        bySeed.add(
            units.findOrRun(
                key(of, way, seed),
                Trial.class,
                () ->
                    retraining.run(
                        of, sets(of, way.sets(), seed, explained), way.rate(), seed, quiet),
                context));
      }
      trials.put(way, bySeed);
    }
    return new CaseOutcome(
        of, trials, pictured ? Optional.of(sheet(of, explained)) : Optional.empty());
  }

  private SampleSets sets(
      ConfusedCase of, String sets, int seed, Map<String, SampleSets> explained) {
    if (sets.equals(ReweightingParameters.RANDOM)) {
      return explain(of, parameters.estimators().get(0).name(), explained)
          .random(inputs.trainCount(), 31L * of.key().hashCode() + seed);
    }
    return explain(of, sets, explained);
  }

  private SampleSets explain(ConfusedCase of, String id, Map<String, SampleSets> explained) {
    return explained.computeIfAbsent(
        id,
        estimator ->
            SampleSets.of(
                Objects.requireNonNull(estimators.get(estimator)).estimate(of.query(), quiet)));
  }

  private PictureSheet sheet(ConfusedCase of, Map<String, SampleSets> explained) {
    Map<String, List<Integer>> harmful = new LinkedHashMap<>();
    for (String id : estimators.keySet()) {
      Harmful found =
          units.findOrRun(
              pictureKey(of, id),
              Harmful.class,
              () ->
                  new Harmful(
                      IntStream.of(explain(of, id, explained).harmful())
                          .limit(PICTURED_IMAGES)
                          .boxed()
                          .toList()),
              context);
      harmful.put(estimators.get(id).title(), found.images());
    }
    return new CaseSheet(inputs).of(of, harmful);
  }
}
