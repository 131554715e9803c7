package eifexplorer.experiment.reweighting;

import eifexplorer.experiment.Findings;
import eifexplorer.experiment.MeanEstimate;
import eifexplorer.experiment.PairedComparison;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ResultChart;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.experiment.reweighting.CaseOutcome.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Puts the outcomes of cases into tables, charts and sentences. */
final class ReweightingFindings {
  private static final int DECIMALS = 4;

  private final ReweightingParameters parameters;
  private final String caseName;
  private final List<Column> caseColumns;
  private final int caseKeys;
  private final List<String> notes;

  /**
   * Findings of an experiment.
   *
   * @param caseName what a case is, such as {@code pair}
   * @param caseColumns what the cases' cells mean
   * @param caseKeys number of them that tell cases apart
   * @param notes what is to be said whatever comes out
   */
  ReweightingFindings(
      ReweightingParameters parameters,
      String caseName,
      List<Column> caseColumns,
      int caseKeys,
      List<String> notes) {
    this.parameters = parameters;
    this.caseName = caseName;
    this.caseColumns = List.copyOf(caseColumns);
    this.caseKeys = caseKeys;
    this.notes = List.copyOf(notes);
  }

  Findings of(List<CaseOutcome> outcomes) {
    List<String> sentences = new ArrayList<>();
    parameters.rates().forEach(rate -> sentences.add(sentence(outcomes, rate)));
    sentences.addAll(parameters.leftOut());
    sentences.addAll(notes);
    return new Findings(
        sentences,
        List.of(summary(outcomes), comparisons(outcomes), cases(outcomes)),
        parameters.rates().stream().map(rate -> chart(outcomes, rate)).toList(),
        List.of(),
        outcomes.stream().flatMap(outcome -> outcome.sheet().stream()).toList());
  }

  private static double[] changes(List<CaseOutcome> outcomes, Way way) {
    return outcomes.stream().mapToDouble(outcome -> outcome.change(way)).toArray();
  }

  /** As exact as in the table; no sign before a change that is rounded to none. */
  static String change(double value) {
    String text = String.format(Locale.ROOT, "%+." + DECIMALS + "f", value);
    return text.matches("[+-][0.]+") ? text.substring(1) : text.replace('-', '\u2212');
  }

  private String sentence(List<CaseOutcome> outcomes, double rate) {
    StringBuilder text =
        new StringBuilder("At learning rate " + Parameter.text(rate) + " the mean change of d is");
    String separator = " ";
    for (Choice sets : parameters.ways()) {
      MeanEstimate mean = MeanEstimate.of(changes(outcomes, new Way(sets.name(), rate)));
      text.append(separator)
          .append(change(mean.mean()))
          .append(" (")
          .append(sets.words())
          .append(')');
      separator = ", ";
    }
    return text.append(" over ")
        .append(outcomes.size())
        .append(" ")
        .append(caseName)
        .append(outcomes.size() == 1 ? "." : "s.")
        .toString();
  }

  private ResultTable summary(List<CaseOutcome> outcomes) {
    List<Row> rows = new ArrayList<>();
    for (double rate : parameters.rates()) {
      for (Choice sets : parameters.ways()) {
        double[] changes = changes(outcomes, new Way(sets.name(), rate));
        MeanEstimate mean = MeanEstimate.of(changes);
        int apart = (int) Arrays.stream(changes).filter(change -> change > 0).count();
        rows.add(
            Row.of(
                rate,
                sets.name(),
                mean.count(),
                mean.mean(),
                mean.low(),
                mean.high(),
                mean.deviation(),
                apart));
      }
    }
    return new ResultTable(
        "summary",
        "Change of d by whose sets are re-weighted",
        2,
        List.of(
            Column.setting("rate", "Learning rate"),
            Column.id("sets", "Sets", parameters.ways()),
            Column.whole(caseName + "s", caseName + "s"),
            Column.signed("mean_change", "mean Δd", DECIMALS),
            Column.signed("low_95", "95 % from", DECIMALS),
            Column.signed("high_95", "to", DECIMALS),
            Column.number("deviation", "deviation", DECIMALS),
            Column.whole("moved_apart", "moved apart")),
        rows);
  }

  private ResultTable comparisons(List<CaseOutcome> outcomes) {
    List<Row> rows = new ArrayList<>();
    List<String> ways = parameters.ways().stream().map(Choice::name).toList();
    for (double rate : parameters.rates()) {
      for (int a = 0; a < ways.size(); a++) {
        for (int b = a + 1; b < ways.size(); b++) {
          PairedComparison pair =
              PairedComparison.of(
                  changes(outcomes, new Way(ways.get(a), rate)),
                  changes(outcomes, new Way(ways.get(b), rate)));
          List<Object> cells = new ArrayList<>(List.of(rate, ways.get(a), ways.get(b)));
          cells.addAll(pair.cells());
          rows.add(new Row(cells, Target.NONE));
        }
      }
    }
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.setting("rate", "Learning rate"),
                Column.id("first", "First", parameters.ways()),
                Column.id("second", "Second", parameters.ways())));
    columns.addAll(PairedComparison.columns("further", DECIMALS));
    return new ResultTable(
        "comparisons", "Which sets move the same " + caseName + " further apart", 3, columns, rows);
  }

  private ResultTable cases(List<CaseOutcome> outcomes) {
    List<Column> columns = new ArrayList<>(caseColumns);
    columns.add(Column.number("before", "d before", DECIMALS));
    for (double rate : parameters.rates()) {
      for (Choice sets : parameters.ways()) {
        columns.add(
            Column.signed(
                "change_" + sets.name() + "_" + Parameter.text(rate),
                "Δd " + sets.words() + ", " + Parameter.text(rate),
                DECIMALS));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (CaseOutcome outcome : outcomes) {
      List<Object> cells = new ArrayList<>(outcome.of().cells());
      cells.add(outcome.before());
      for (double rate : parameters.rates()) {
        parameters.ways().forEach(sets -> cells.add(outcome.change(new Way(sets.name(), rate))));
      }
      rows.add(new Row(cells, outcome.of().target()));
    }
    return new ResultTable(caseName + "s", "Every " + caseName, caseKeys, columns, rows);
  }

  private ResultChart chart(List<CaseOutcome> outcomes, double rate) {
    List<ResultChart.Series> series = new ArrayList<>();
    for (Choice sets : parameters.ways()) {
      Way way = new Way(sets.name(), rate);
      series.add(
          new ResultChart.Series(
              sets.words(),
              outcomes.stream().map(CaseOutcome::before).toList(),
              outcomes.stream().map(outcome -> outcome.before() + outcome.change(way)).toList(),
              outcomes.stream().map(outcome -> outcome.of().target()).toList()));
    }
    return new ResultChart(
        "before-after-" + Parameter.text(rate),
        "d before and after, learning rate " + Parameter.text(rate),
        ResultChart.Kind.BEFORE_AFTER,
        "d before",
        "d after",
        series);
  }
}
