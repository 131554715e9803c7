package eifexplorer.experiment.attribution;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.influence.InfluenceEstimators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
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

  /** The table's column of the mean change of distance. */
  private static final int CHANGE = 5;

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

  /** Whether a run asked of single pairs, as the paper's measure does. */
  public static boolean isOfPairs(ExperimentRun run) {
    return !run.experiment().equals(LinearDatamodelingScore.ID)
        || run.parameters().getOrDefault(LdsQuery.OF, LdsQuery.PAIRS).equals(LdsQuery.PAIRS);
  }

  /**
   * Which of several results of the counterpart is to stand beside a result: of linear datamodeling scores the one that tells
   * most, however old it is, of others the first.
   *
   * @param results on the same model, newest first
   */
  public static Optional<ExperimentResult> mostTelling(Collection<ExperimentResult> results) {
    return results.stream()
        .filter(result -> LdsMeasurement.of(result).isPresent())
        .min(
            Comparator.comparing(
                result -> LdsMeasurement.of(result).orElseThrow(), LdsMeasurement.TELLING_FIRST))
        .or(() -> results.stream().findFirst());
  }

  /**
   * A result's findings with the table of both, and what to conclude from it.
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
    ResultTable both = table(lds.get(), changes.get());
    tables.add(Math.min(1, tables.size()), both);
    List<String> notes = new ArrayList<>(own.notes());
    notes.add(furthest(lds.get()));
    signsAlone(both).ifPresent(notes::add);
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
        "Predicting retraining ("
            + lds.how().size()
            + "), and moving pairs apart (learning rate "
            + changes.columns().get(0).text(rate)
            + ")",
        1,
        List.of(
            Column.id("estimator", "Estimator", names),
            Column.number("mean", "predicts retraining", DECIMALS),
            Column.number("low_95", "95 % from", DECIMALS),
            Column.number("high_95", "to", DECIMALS),
            Column.number("ceiling", "possible", DECIMALS),
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
        orNull(worth.map(Worth::low)),
        orNull(worth.map(Worth::high)),
        orNull(worth.map(of -> of.measurement().ceiling())),
        row == null ? null : changes.cell(row, "mean_change"),
        row == null ? null : changes.cell(row, "low_95"),
        row == null ? null : changes.cell(row, "high_95"));
  }

  private static @Nullable Double orNull(Optional<OptionalDouble> value) {
    OptionalDouble known = value.orElse(OptionalDouble.empty());
    return known.isPresent() ? known.getAsDouble() : null;
  }

  /** Which estimator the linear datamodeling score speaks for. */
  private String furthest(LdsMeasurement lds) {
    Worth best = lds.worths().stream().max(Comparator.comparingDouble(Worth::mean)).orElseThrow();
    if (lds.worths().size() == 1) {
      return String.format(
          Locale.ROOT,
          "To choose an estimator, measure others too: of %s alone it is known how well it predicts"
              + " retraining (%s).",
          title(best.text()),
          Worth.number(best.mean()));
    }
    List<String> alike =
        lds.worths().stream()
            .map(Worth::text)
            .filter(text -> !text.equals(best.text()) && !lds.leads(best.text(), text))
            .map(this::title)
            .toList();
    String told =
        alike.isEmpty()
            ? ", beyond chance further than each other one"
            : ", not told from chance further than " + String.join("; ", alike);
    return String.format(
        Locale.ROOT,
        "To choose an estimator, go by how well it predicts retraining: %s does furthest"
            + " (%s)%s.",
        title(best.text()),
        Worth.number(best.mean()),
        told);
  }

  /** Between what the paper's measure lies for all estimators; empty if it is known of fewer than two. */
  private Optional<String> signsAlone(ResultTable both) {
    List<Row> moved =
        both.rows().stream().filter(row -> row.cells().get(CHANGE) instanceof Double).toList();
    double[] changes =
        moved.stream()
            .filter(row -> isEstimator((String) row.cells().get(0)))
            .mapToDouble(row -> (Double) row.cells().get(CHANGE))
            .sorted()
            .toArray();
    if (changes.length < 2) {
      return Optional.empty();
    }
    Column column = both.columns().get(CHANGE);
    String control =
        moved.stream()
            .filter(row -> !isEstimator((String) row.cells().get(0)))
            .map(row -> ", random ones by " + column.text(row.cells().get(CHANGE)))
            .collect(Collectors.joining());
    return Optional.of(
        "The paper's measure takes the signs of the scores alone: all estimators' sets move pairs"
            + " by "
            + column.text(changes[0])
            + " to "
            + column.text(changes[changes.length - 1])
            + control
            + ". Estimators that rank very differently can come out alike there.");
  }

  private boolean isEstimator(String text) {
    String id = EstimatorSetting.of(text).id();
    return estimators.all().stream().anyMatch(one -> one.id().equals(id));
  }

  /** The random control is no estimator. */
  private String title(String text) {
    return isEstimator(text) ? EstimatorSetting.of(text).title(estimators) : text;
  }
}
