package eifexplorer.ui.train;

import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of the runs' table that can be chosen.
 *
 * @param id names it in the settings
 * @param title its heading
 * @param group heading it is listed under where columns are chosen
 * @param width usual width, in pixels
 * @param number whether its cells are numbers, which stand to the right
 * @param text what a run has in it
 */
public record RunColumn(
    String id,
    String title,
    Group group,
    double width,
    boolean number,
    Function<RunRow, String> text) {
  /** What columns tell of a run. */
  public enum Group {
    RUN(Texts.of("Run")),
    METRICS(Texts.of("Metrics, measured last")),
    PARAMETERS(Texts.of("Parameters"));

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** The heading. */
    public String title() {
      return title;
    }
  }

  /** Every column, in the order of the table. */
  public static final List<RunColumn> ALL = all();

  /** What shows before anything was chosen. */
  public static final List<RunColumn> USUAL =
      List.of("LOSS", "SEED", "state", "epoch", "recall_at_1", "map_at_r", "nmi", "time").stream()
          .map(RunColumn::named)
          .flatMap(Optional::stream)
          .toList();

  /** In a table that is too narrow these go first, in this order; then those furthest to the right. */
  private static final List<String> DISPENSABLE = List.of("LOSS", "SEED", "nmi");

  private static List<RunColumn> all() {
    List<RunColumn> all = new ArrayList<>();
    all.add(parameter(PlanField.LOSS, 104, false, row -> row.plan().loss().title()));
    all.add(parameter(PlanField.SEED, 48, true, row -> PlanField.SEED.of(row.plan())));
    all.add(
        new RunColumn("state", Texts.of("State"), Group.RUN, 70, false, row -> row.state().word()));
    all.add(new RunColumn("labels", Texts.of("Labels"), Group.RUN, 120, false, RunRow::labelsText));
    all.add(new RunColumn("epoch", Texts.of("Epoch"), Group.RUN, 68, true, RunRow::epochText));
    all.add(
        new RunColumn(
            "last_loss", Texts.of("Last loss"), Group.METRICS, 72, true, RunRow::lossText));
    for (int k : new int[] {1, 2, 4, 8}) {
      all.add(metric("recall_at_" + k, "R@" + k, 60));
    }
    all.add(metric("map_at_r", Texts.of("MAP@R"), 62));
    all.add(metric("nmi", "NMI", 60));
    all.add(metric("hmean", Texts.of("Mean of R@1, NMI"), 120));
    for (PlanField field : PlanField.values()) {
      if (field != PlanField.LOSS && field != PlanField.SEED) {
        double width = 24 + 7 * field.title().length();
        all.add(
            parameter(
                field,
                Math.max(56, width),
                field.choices().isEmpty(),
                row -> field.inWords(field.of(row.plan()))));
      }
    }
    all.add(
        new RunColumn(
            "backbone",
            Texts.of("Back bone"),
            Group.PARAMETERS,
            120,
            false,
            row -> row.plan().network().backbone().replaceFirst("/.*", "")));
    all.add(new RunColumn("speed", Texts.of("Images/s"), Group.RUN, 76, true, RunRow::speedText));
    all.add(new RunColumn("time", Texts.of("Time"), Group.RUN, 76, true, RunRow::timeText));
    return List.copyOf(all);
  }

  private static RunColumn metric(String name, String title, double width) {
    return new RunColumn(name, title, Group.METRICS, width, true, row -> row.metricText(name));
  }

  private static RunColumn parameter(
      PlanField field, double width, boolean number, Function<RunRow, String> text) {
    return new RunColumn(field.name(), field.title(), Group.PARAMETERS, width, number, text);
  }

  private static Optional<RunColumn> named(String id) {
    return ALL.stream().filter(column -> column.id().equals(id)).findFirst();
  }

  /** Columns by their ids, in the table's order; unknown ones are left out, none stand for the usual. */
  static List<RunColumn> named(List<String> ids) {
    List<RunColumn> found = ALL.stream().filter(column -> ids.contains(column.id())).toList();
    return found.isEmpty() ? USUAL : found;
  }

  /** Those of some columns that a table has room for; the others go, the least telling first. */
  static List<RunColumn> fitting(List<RunColumn> columns, double width) {
    List<RunColumn> left = new ArrayList<>(columns);
    while (left.size() > 1 && left.stream().mapToDouble(RunColumn::width).sum() > width) {
      left.remove(
          DISPENSABLE.stream()
              .flatMap(id -> left.stream().filter(column -> column.id().equals(id)))
              .findFirst()
              .orElse(left.get(left.size() - 1)));
    }
    return left;
  }

  /** Its id, as a part of a node's. */
  String nodeId() {
    return "column-" + id.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
