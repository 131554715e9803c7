package eifexplorer.experiment.mislabel;

import eifexplorer.experiment.Findings;
import eifexplorer.experiment.MeanEstimate;
import eifexplorer.experiment.ResultChart;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.mislabel.MislabelRun.Outcome;
import eifexplorer.experiment.mislabel.Scenario.Setting;
import eifexplorer.review.suspect.RankWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts what detectors found into tables and curves, means over the seeds. */
final class MislabelFindings {
  private static final List<Integer> INSPECTED = List.of(5, 10, 20, 30);
  private static final int DECIMALS = 3;
  private static final List<String> OF_ALL_LOSSES =
      List.of(
          RankWeights.DEFAULT_ID,
          RankWeights.QUICK_ID,
          "noise-model",
          "discriminant",
          "whitened",
          "whitened-knn",
          "ridge",
          "aum",
          "tracin",
          "out-of-fold",
          "logistic",
          "duplicate");

  private final List<String> detectors;
  private final List<String> more;

  /**
   * Findings.
   *
   * @param more what is to be said whatever comes out
   */
  MislabelFindings(List<String> detectors, List<String> more) {
    this.detectors = List.copyOf(detectors);
    this.more = List.copyOf(more);
  }

  Findings of(List<Outcome> outcomes) {
    List<Setting> settings = outcomes.stream().map(Outcome::setting).distinct().toList();
    return new Findings(
        notes(settings, outcomes),
        List.of(detection(settings, outcomes), relabelling(settings, outcomes)),
        settings.stream().map(setting -> curves(setting, of(setting, outcomes))).toList(),
        List.of(),
        List.of(),
        Map.of(MislabelDetection.ID, values(settings, outcomes)));
  }

  /** Numbers by setting, loss and detector; suggestions by rule under {@code suggestions}. */
  private Map<String, Object> values(List<Setting> settings, List<Outcome> outcomes) {
    Map<String, Map<String, Object>> bySetting = new LinkedHashMap<>();
    for (Setting setting : settings) {
      List<Outcome> of = of(setting, outcomes);
      Map<String, Object> numbers = new LinkedHashMap<>();
      for (String detector : detectors) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("average_precision", mean(of, detector, Detection::averagePrecision).mean());
        values.put("auroc", mean(of, detector, Detection::auroc).mean());
        values.put("precision_at_n", mean(of, detector, Detection::precisionAtN).mean());
        for (int percent : INSPECTED) {
          values.put("found_at_" + percent, mean(of, detector, d -> d.found().get(percent)).mean());
        }
        numbers.put(detector, values);
      }
      Map<String, Object> suggestions = new LinkedHashMap<>();
      rules(of).forEach(rule -> suggestions.put(rule, accuracy(of, rule).mean()));
      numbers.put("suggestions", suggestions);
      numbers.put("wrong", setting.rate());
      bySetting
          .computeIfAbsent(setting.id(), id -> new LinkedHashMap<>())
          .put(setting.loss(), numbers);
    }
    return new LinkedHashMap<>(bySetting);
  }

  private static List<String> rules(List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.accuracy().keySet().stream())
        .distinct()
        .toList();
  }

  private static MeanEstimate accuracy(List<Outcome> outcomes, String rule) {
    return MeanEstimate.of(
        outcomes.stream()
            .filter(outcome -> outcome.accuracy().containsKey(rule))
            .mapToDouble(outcome -> outcome.accuracy().get(rule))
            .toArray());
  }

  private static List<Outcome> of(Setting setting, List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.setting().equals(setting)).toList();
  }

  private static MeanEstimate mean(
      List<Outcome> outcomes, String detector, ToDoubleFunction<Detection> value) {
    return MeanEstimate.of(
        outcomes.stream()
            .mapToDouble(outcome -> value.applyAsDouble(outcome.detections().get(detector)))
            .toArray());
  }

  private List<String> notes(List<Setting> settings, List<Outcome> outcomes) {
    List<String> notes = new ArrayList<>();
    for (Setting setting : settings) {
      List<Outcome> of = of(setting, outcomes);
      notes.add(
          setting.title()
              + ": average precision "
              + detectors.stream()
                  .sorted(
                      (a, b) ->
                          Double.compare(
                              mean(of, b, Detection::averagePrecision).mean(),
                              mean(of, a, Detection::averagePrecision).mean()))
                  .limit(3)
                  .map(
                      id ->
                          String.format(
                              Locale.ROOT,
                              "%.3f (%s)",
                              mean(of, id, Detection::averagePrecision).mean(),
                              MislabelWords.detector(id)))
                  .collect(Collectors.joining(", "))
              + " at best.");
    }
    notes.add("Each number is a mean over the seeds, ± the deviation between them.");
    if (settings.stream().map(Setting::loss).distinct().count() > 1) {
      notes.add(
          "Some detectors ("
              + OF_ALL_LOSSES.stream()
                  .map(MislabelWords::detector)
                  .collect(Collectors.joining(", "))
              + ") look at features, labels or files alone: the loss makes no difference to them.");
    }
    notes.addAll(more);
    return notes;
  }

  private ResultTable detection(List<Setting> settings, List<Outcome> outcomes) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.id("noise", "Noise", MislabelWords.NOISE),
                Column.number("rate", "Share wrong", 2),
                Column.id("loss", "Loss", MislabelWords.LOSSES),
                Column.id("detector", "Detector", MislabelWords.DETECTORS),
                Column.whole("seeds", "seeds"),
                Column.number("average_precision", "average precision", DECIMALS),
                Column.number("average_precision_sd", ResultTable.SPREAD, DECIMALS),
                Column.number("auroc", "AUROC", DECIMALS),
                Column.number("auroc_sd", ResultTable.SPREAD, DECIMALS),
                Column.number("precision_at_n", "precision at N", DECIMALS),
                Column.number("precision_at_n_sd", ResultTable.SPREAD, DECIMALS)));
    for (int percent : INSPECTED) {
      columns.add(Column.number("found_at_" + percent, "found in " + percent + " %", DECIMALS));
      columns.add(Column.number("found_at_" + percent + "_sd", ResultTable.SPREAD, DECIMALS));
    }
    List<Row> rows = new ArrayList<>();
    for (Setting setting : settings) {
      detectors.forEach(detector -> rows.add(row(setting, of(setting, outcomes), detector)));
    }
    return new ResultTable("detection", "How well wrong labels are found", 4, columns, rows);
  }

  private static Row row(Setting setting, List<Outcome> outcomes, String detector) {
    List<Object> cells = new ArrayList<>(List.of(setting.noise(), setting.rate(), setting.loss()));
    cells.add(detector);
    cells.add(outcomes.size());
    add(cells, mean(outcomes, detector, Detection::averagePrecision));
    add(cells, mean(outcomes, detector, Detection::auroc));
    add(cells, mean(outcomes, detector, Detection::precisionAtN));
    for (int percent : INSPECTED) {
      add(cells, mean(outcomes, detector, detection -> detection.found().get(percent)));
    }
    return Row.of(cells.toArray());
  }

  private static void add(List<Object> cells, MeanEstimate estimate) {
    cells.add(estimate.mean());
    cells.add(estimate.count() < 2 ? null : Double.valueOf(estimate.deviation()));
  }

  private static ResultTable relabelling(List<Setting> settings, List<Outcome> outcomes) {
    List<Row> rows = new ArrayList<>();
    for (Setting setting : settings) {
      List<Outcome> of = of(setting, outcomes);
      for (String rule : rules(of)) {
        MeanEstimate mean = accuracy(of, rule);
        List<Object> cells =
            new ArrayList<>(List.of(setting.noise(), setting.rate(), setting.loss(), rule));
        cells.add(mean.count());
        add(cells, mean);
        rows.add(Row.of(cells.toArray()));
      }
    }
    return new ResultTable(
        "relabelling",
        "How often the true label is suggested for a wrong one",
        4,
        List.of(
            Column.id("noise", "Noise", MislabelWords.NOISE),
            Column.number("rate", "Share wrong", 2),
            Column.id("loss", "Loss", MislabelWords.LOSSES),
            Column.id("rule", "Rule", MislabelWords.RULES),
            Column.whole("seeds", "seeds"),
            Column.number("accuracy", "right", DECIMALS),
            Column.number("accuracy_sd", ResultTable.SPREAD, DECIMALS)),
        rows);
  }

  private ResultChart curves(Setting setting, List<Outcome> outcomes) {
    List<Double> percent =
        IntStream.rangeClosed(0, Detection.PERCENT).mapToObj(p -> (double) p).toList();
    return new ResultChart(
        "found-" + setting.noise() + "-" + setting.rate() + "-" + setting.loss(),
        "Wrong labels found: " + setting.title(),
        ResultChart.Kind.LINES,
        "images inspected, %",
        "wrong labels found, %",
        detectors.stream()
            .map(
                detector ->
                    new ResultChart.Series(
                        MislabelWords.detector(detector),
                        percent,
                        IntStream.rangeClosed(0, Detection.PERCENT)
                            .mapToObj(
                                p -> 100 * mean(outcomes, detector, d -> d.found().get(p)).mean())
                            .toList(),
                        List.of()))
            .toList());
  }
}
