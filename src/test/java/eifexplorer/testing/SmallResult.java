package eifexplorer.testing;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.HeatMap;
import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.ResultChart;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.workspace.Provenance;
import java.util.List;
import java.util.Map;

/** A made-up result with one of everything. */
public final class SmallResult {
  private SmallResult() {}

  /**
   * A result.
   *
   * @param fingerprint of its run
   * @param change the number in its table's only row
   */
  public static ExperimentResult of(String fingerprint, double change) {
    ResultTable table =
        new ResultTable(
            "pairs",
            "Every pair",
            1,
            List.of(
                Column.text("pair", "Pair"),
                Column.path("path", "image"),
                Column.signed("change", "Δd", 3)),
            List.of(Row.opening(Target.pair(1, 2), "a < b", "bird/1.jpg", change)));
    ResultChart lines =
        new ResultChart(
            "curve",
            "Curve",
            ResultChart.Kind.LINES,
            "x",
            "y",
            List.of(
                new ResultChart.Series("one", List.of(0.0, 1.0), List.of(0.0, 2.0), List.of()),
                new ResultChart.Series("two", List.of(0.0, 1.0), List.of(1.0, 0.0), List.of())));
    ResultChart points =
        new ResultChart(
            "before-after",
            "Before and after",
            ResultChart.Kind.BEFORE_AFTER,
            "d before",
            "d after",
            List.of(new ResultChart.Series("one", List.of(.5), List.of(.7), List.of())));
    HeatMap map =
        new HeatMap(
            "map",
            "Heat",
            "Class",
            "Seed",
            List.of("crow"),
            List.of("0", "1"),
            List.of(List.of(.25, .5)),
            List.of());
    PictureSheet sheet =
        new PictureSheet(
            "sheet",
            "Harmful",
            List.of(
                new PictureSheet.Row(
                    "most harmful",
                    List.of(
                        new PictureSheet.Picture("bird/1.jpg", true, 1, "crow"),
                        new PictureSheet.Picture("bird/gone.jpg", true, 2, "wren")))),
            Target.NONE);
    ExperimentRun run =
        new ExperimentRun(
            fingerprint,
            "pair-confusion",
            Map.of("pairs", "1"),
            "model-1",
            new Provenance(
                "EIF Explorer test",
                "2026-01-01T00:00:00Z",
                "experiment pair-confusion",
                Map.of(ExperimentRun.MODEL, "ProxyNCA++", "dataset", "cub"),
                Map.of(ExperimentRun.COMMAND_LINE, "eif-explorer experiment pair-confusion")));
    return new ExperimentResult(
        run,
        "Pair confusion",
        "Does it move?",
        new Findings(
            List.of("It moves."),
            List.of(table),
            List.of(lines, points),
            List.of(map),
            List.of(sheet)),
        "2026-01-01T00:01:00Z",
        60);
  }
}
