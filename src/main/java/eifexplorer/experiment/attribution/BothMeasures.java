package eifexplorer.experiment.attribution;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.influence.InfluenceEstimators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paper's measure and the linear datamodeling score of one model side by side. The first asks what an estimator's helpful
 * and harmful sets do when the head learns on with them, which takes the signs alone; the second how well its scores predict
 * retraining on any part.
 */
public final class BothMeasures {
  /** The paper's measure, for pairs. */
  public static final String REWEIGHTED = "pair-confusion";

  private static final int DECIMALS = 3;

  private final InfluenceEstimators estimators;

  /** Names these estimators. */
  public BothMeasures(InfluenceEstimators estimators) {
    this.estimators = estimators;
  }

  /** The experiment whose result stands beside one of this; empty if none does. */
  public static Optional<String> counterpart(String experiment) {
    return switch (experiment) {
      case LinearDatamodelingScore.ID -> Optional.of(REWEIGHTED);
      case REWEIGHTED -> Optional.of(LinearDatamodelingScore.ID);
      default -> Optional.empty();
    };
  }

  /**
   * A result's findings with the table of both.
   *
   * @param result of either experiment
   * @param other of the other, on the same model
   */
  public Findings beside(ExperimentResult result, ExperimentResult other) {
    boolean first = result.run().experiment().equals(LinearDatamodelingScore.ID);
    Optional<LdsMeasurement> lds = LdsMeasurement.of(first ? result : other);
    Optional<ResultTable> changes =
        (first ? other : result)
            .findings()
            .table("summary")
            .filter(table -> !table.rows().isEmpty());
    if (lds.isEmpty() || changes.isEmpty()) {
      return result.findings();
    }
    Findings own = result.findings();
    List<ResultTable> tables = new ArrayList<>(own.tables());
    tables.add(Math.min(1, tables.size()), table(lds.get(), changes.get()));
    List<String> notes = new ArrayList<>(own.notes());
    notes.add(
        "The paper's measure takes the signs of the scores alone, so estimators that rank very"
            + " differently can come out alike there: to choose between them look at how well they"
            + " predict retraining.");
    return new Findings(notes, tables, own.charts(), own.heatMaps(), own.sheets(), own.values());
  }

  private ResultTable table(LdsMeasurement lds, ResultTable changes) {
    Object rate = changes.cell(0, "rate");
    Map<String, @Nullable Integer> rows = new LinkedHashMap<>();
    lds.worths().forEach(worth -> rows.put(worth.text(), null));
    for (int r = 0; r < changes.rows().size(); r++) {
      if (rate.equals(changes.cell(r, "rate"))) {
        rows.put((String) changes.cell(r, "sets"), r);
      }
    }
    List<Choice> names = new ArrayList<>();
    List<Row> cells = new ArrayList<>();
    rows.forEach(
        (text, row) -> {
          names.add(new Choice(text, title(text)));
          cells.add(row(text, lds, changes, row));
        });
    return new ResultTable(
        "both-measures",
        "Predicting retraining, and moving pairs apart (learning rate "
            + changes.columns().get(0).text(rate)
            + ")",
        1,
        List.of(
            Column.id("estimator", "Estimator", names),
            Column.number("mean", "predicts retraining", DECIMALS),
            Column.number("low_95", "95 % from", DECIMALS),
            Column.number("high_95", "to", DECIMALS),
            Column.signed("mean_change", "mean Δd", DECIMALS),
            Column.signed("change_low_95", "95 % from", DECIMALS),
            Column.signed("change_high_95", "to", DECIMALS)),
        cells);
  }

  private static Row row(
      String text, LdsMeasurement lds, ResultTable changes, @Nullable Integer row) {
    Optional<Worth> worth = lds.worths().stream().filter(of -> of.text().equals(text)).findFirst();
    return Row.of(
        text,
        worth.map(Worth::mean).orElse(null),
        worth.filter(of -> of.low().isPresent()).map(of -> of.low().getAsDouble()).orElse(null),
        worth.filter(of -> of.high().isPresent()).map(of -> of.high().getAsDouble()).orElse(null),
        row == null ? null : changes.cell(row, "mean_change"),
        row == null ? null : changes.cell(row, "low_95"),
        row == null ? null : changes.cell(row, "high_95"));
  }

  /** The random control is no estimator. */
  private String title(String text) {
    EstimatorSetting setting = EstimatorSetting.of(text);
    return estimators.all().stream().anyMatch(one -> one.id().equals(setting.id()))
        ? setting.title(estimators)
        : text;
  }
}
