package eifexplorer.experiment.attribution;

import eifexplorer.experiment.Findings;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ResultChart;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.influence.InfluenceEstimators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts an outcome into tables, a chart and sentences. */
final class LdsFindings {
  private static final int DECIMALS = 3;

  private final InfluenceEstimators estimators;

  LdsFindings(InfluenceEstimators estimators) {
    this.estimators = estimators;
  }

  Findings of(LdsOutcome outcome) {
    List<Scores> scores = outcome.predictions().stream().map(of -> Scores.of(outcome, of)).toList();
    return new Findings(
        notes(outcome, scores),
        List.of(summary(outcome, scores), comparisons(scores), each(outcome, scores)),
        List.of(chart(scores)),
        List.of(),
        List.of(),
        Map.of(LinearDatamodelingScore.ID, values(outcome, scores)));
  }

  /**
   * How well an estimator predicts.
   *
   * @param each of every moving query, its rank correlation
   * @param without their mean without each subset
   * @param withoutDraws their mean without each draw of the batches
   */
  private record Scores(
      EstimatorSetting setting,
      double secondsEach,
      double[] each,
      double[] without,
      double[] withoutDraws) {
    static Scores of(LdsOutcome outcome, LdsOutcome.Prediction prediction) {
      return new Scores(
          prediction.setting(),
          prediction.secondsEach(),
          outcome.scores(prediction),
          outcome.scoresWithout(prediction),
          outcome.scoresWithoutDraw(prediction));
    }

    LdsEstimate estimate() {
      return LdsEstimate.of(each, without, withoutDraws);
    }

    /** Of this less the other, on the same distances, subsets and batches. */
    LdsEstimate lead(Scores other) {
      return LdsEstimate.ofDifference(
          LdsEstimate.minus(each, other.each),
          LdsEstimate.minus(without, other.without),
          LdsEstimate.minus(withoutDraws, other.withoutDraws));
    }
  }

  private String title(EstimatorSetting setting) {
    return setting.title(estimators);
  }

  private Column estimatorColumn(String name, String title, List<Scores> known) {
    List<Choice> choices = new ArrayList<>();
    known.forEach(of -> choices.add(new Choice(of.setting().text(), title(of.setting()))));
    return Column.id(name, title, choices);
  }

  private static Map<String, Object> values(LdsOutcome outcome, List<Scores> scores) {
    Map<String, Object> values = new LinkedHashMap<>();
    scores.forEach(
        of -> {
          LdsEstimate mean = of.estimate();
          Map<String, Object> numbers = new LinkedHashMap<>();
          numbers.put("mean", mean.mean());
          numbers.put("low", mean.low());
          numbers.put("high", mean.high());
          numbers.put("seconds_each", of.secondsEach());
          values.put(of.setting().text(), numbers);
        });
    double ceiling = outcome.ceiling();
    values.put("ceiling", Double.isNaN(ceiling) ? null : ceiling);
    values.put("differences", differences(scores));
    values.put("of", outcome.plan().of());
    values.put("protocol", outcome.plan().protocol().name().toLowerCase(Locale.ROOT));
    values.put("proxies", outcome.plan().learnsProxies() ? LdsPlan.LEARNED : LdsPlan.FIXED);
    values.put("subsets", outcome.plan().subsets());
    values.put("seeds", outcome.plan().seeds());
    values.put("measured", outcome.moving().length);
    values.put("left_out", outcome.queries().size() - outcome.moving().length);
    values.put("subsets_without_a_class", outcome.lost());
    return values;
  }

  /** Of every two estimators how much further the first predicts, on the same distances and subsets. */
  private static List<Map<String, Object>> differences(List<Scores> scores) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int a = 0; a < scores.size(); a++) {
      for (int b = a + 1; b < scores.size(); b++) {
        LdsEstimate lead = scores.get(a).lead(scores.get(b));
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("first", scores.get(a).setting().text());
        one.put("second", scores.get(b).setting().text());
        one.put("mean", lead.mean());
        one.put("low", lead.low());
        one.put("high", lead.high());
        all.add(one);
      }
    }
    return all;
  }

  private List<String> notes(LdsOutcome outcome, List<Scores> scores) {
    List<String> notes = new ArrayList<>();
    scores.forEach(of -> notes.add(sentence(of, outcome)));
    notes.addAll(outcome.plan().leftOut());
    notes.add(
        "1 would be a perfect prediction of the order of the distances, 0 is none. The interval is"
            + " over the distances, the subsets"
            + (outcome.plan().seeds() > 1 ? " and the batches" : "")
            + " that were drawn, not over other models or data.");
    int still = outcome.queries().size() - outcome.moving().length;
    if (still > 0) {
      notes.add(
          still == 1
              ? "1 never changes its distance, as two copies of a picture do: left out."
              : still + " never change their distance, as two copies of a picture do: left out.");
    }
    if (outcome.lost() > 0) {
      notes.add(lost(outcome));
    }
    return notes;
  }

  private static String lost(LdsOutcome outcome) {
    int subsets = outcome.plan().subsets();
    String then =
        outcome.plan().learnsProxies()
            ? "whose proxy is then only pushed away."
            : "whose proxy then draws none.";
    return outcome.lost() == 1
        ? "1 of the " + subsets + " parts has no image of some class, " + then
        : outcome.lost() + " of the " + subsets + " parts have no image of some class, " + then;
  }

  private String sentence(Scores of, LdsOutcome outcome) {
    LdsEstimate mean = of.estimate();
    double ceiling = outcome.ceiling();
    String most =
        Double.isNaN(ceiling)
            ? ""
            : String.format(Locale.ROOT, " (%.2f is possible)", Math.min(1, ceiling));
    return String.format(
        Locale.ROOT,
        "%s predicts retraining (%s): %s%s.",
        title(of.setting()),
        outcome.plan().title(),
        Worth.number(mean.mean()),
        most);
  }

  private ResultTable summary(LdsOutcome outcome, List<Scores> scores) {
    List<Row> rows = new ArrayList<>();
    double ceiling = outcome.ceiling();
    scores.forEach(
        of -> {
          LdsEstimate mean = of.estimate();
          rows.add(
              Row.of(
                  of.setting().text(),
                  of.each().length,
                  mean.mean(),
                  mean.low(),
                  mean.high(),
                  mean.deviation(),
                  Double.isNaN(ceiling) ? null : ceiling,
                  1e3 * of.secondsEach()));
        });
    return new ResultTable(
        "summary",
        "Rank correlation of predicted and retrained distances",
        1,
        List.of(
            estimatorColumn("estimator", "Estimator", scores),
            Column.whole("measured", "measured on"),
            Column.number("mean", "mean", DECIMALS),
            Column.number("low_95", "95 % from", DECIMALS),
            Column.number("high_95", "to", DECIMALS),
            Column.number("deviation", "deviation", DECIMALS),
            Column.number("ceiling", "possible", DECIMALS),
            Column.small("milliseconds", "ms each")),
        rows);
  }

  private ResultTable comparisons(List<Scores> scores) {
    List<Row> rows = new ArrayList<>();
    for (int a = 0; a < scores.size(); a++) {
      for (int b = a + 1; b < scores.size(); b++) {
        Scores first = scores.get(a);
        Scores second = scores.get(b);
        LdsEstimate lead = first.lead(second);
        rows.add(
            Row.of(
                first.setting().text(),
                second.setting().text(),
                wins(first, second),
                wins(second, first),
                lead.mean(),
                lead.low(),
                lead.high()));
      }
    }
    return new ResultTable(
        "comparisons",
        "Which predicts the same distances better",
        2,
        List.of(
            estimatorColumn("first", "First", scores),
            estimatorColumn("second", "Second", scores),
            Column.whole("first_wins", "first better"),
            Column.whole("second_wins", "second better"),
            Column.signed("mean_difference", "mean difference", DECIMALS),
            Column.signed("low_95", "95 % from", DECIMALS),
            Column.signed("high_95", "to", DECIMALS)),
        rows);
  }

  private static int wins(Scores first, Scores second) {
    return (int)
        IntStream.range(0, first.each().length)
            .filter(q -> first.each()[q] > second.each()[q])
            .count();
  }

  private ResultTable each(LdsOutcome outcome, List<Scores> scores) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("classes", "Classes")));
    columns.add(Column.whole("pairs", "pairs"));
    for (Scores of : scores) {
      columns.add(Column.number("lds_" + of.setting().text(), title(of.setting()), DECIMALS));
    }
    int[] moving = outcome.moving();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < moving.length; i++) {
      LdsQuery query = outcome.queries().get(moving[i]);
      List<Object> cells = new ArrayList<>(List.of(query.name(), query.query().pairs().size()));
      for (Scores of : scores) {
        cells.add(of.each()[i]);
      }
      rows.add(new Row(cells, query.target()));
    }
    return new ResultTable("each", "Each distance", 1, columns, rows);
  }

  /** Of each estimator the share of distances that it predicts no better than x. */
  private ResultChart chart(List<Scores> scores) {
    List<ResultChart.Series> series = new ArrayList<>();
    scores.forEach(
        of -> {
          double[] sorted = of.each().clone();
          Arrays.sort(sorted);
          List<Double> shares =
              IntStream.range(0, sorted.length).mapToObj(i -> (i + 1.0) / sorted.length).toList();
          series.add(
              new ResultChart.Series(
                  title(of.setting()), Arrays.stream(sorted).boxed().toList(), shares, List.of()));
        });
    return new ResultChart(
        "distribution",
        "Share of distances that are predicted no better",
        ResultChart.Kind.LINES,
        "rank correlation",
        "share",
        series);
  }
}
