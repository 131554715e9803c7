package eifexplorer.experiment.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.testing.SmallResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BothMeasuresTest {
  private static ExperimentResult result(
      String experiment, Map<String, String> parameters, Findings findings) {
    ExperimentResult any = SmallResult.of("aa", 0);
    ExperimentRun run =
        new ExperimentRun("aa", experiment, parameters, "m", any.run().provenance());
    return new ExperimentResult(run, "t", "q", findings, any.finished(), 1);
  }

  private final ExperimentResult lds =
      result(
          "lds",
          Map.of("estimators", "eif,trak:lambda=10"),
          new Findings(
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Map.of(
                  "lds",
                  Map.of(
                      "measured",
                      9,
                      "subsets",
                      32,
                      "seeds",
                      2,
                      "ceiling",
                      .97,
                      "eif",
                      Map.of("mean", .26, "low", .2, "high", .3),
                      "trak:lambda=10",
                      Map.of("mean", .5)))));

  private final ExperimentResult reweighted =
      result(
          "pair-confusion",
          Map.of(),
          new Findings(
              List.of("It moves."),
              List.of(
                  new ResultTable(
                      "summary",
                      "Change",
                      2,
                      List.of(
                          Column.setting("rate", "Learning rate"),
                          Column.text("sets", "Sets"),
                          Column.signed("mean_change", "mean Δd", 4),
                          Column.signed("low_95", "from", 4),
                          Column.signed("high_95", "to", 4)),
                      List.of(
                          Row.of(4e-5, "eif", .11, .1, .12),
                          Row.of(4e-5, "trak", .08, .07, .09),
                          Row.of(4e-5, "random", 0.0, -.01, .01),
                          Row.of(4e-4, "eif", -.02, -.03, -.01)))),
              List.of()));

  @Test
  void estimatorsStandInOneRowWhicheverResultIsRead() {
    List<List<Object>> expected =
        List.of(
            Arrays.asList("eif", .26, .2, .3, .97, .11, .1, .12),
            Arrays.asList("trak:lambda=10", .5, null, null, .97, null, null, null),
            Arrays.asList("trak", null, null, null, null, .08, .07, .09),
            Arrays.asList("random", null, null, null, null, 0.0, -.01, .01));
    BothMeasures both = new BothMeasures(InfluenceEstimators.standard());
    for (Findings findings : List.of(both.beside(lds, reweighted), both.beside(reweighted, lds))) {
      ResultTable table = findings.table("both-measures").orElseThrow();
      assertEquals(expected, table.rows().stream().map(Row::cells).toList());
      assertEquals("TRAK, lambda 10", table.columns().get(0).inWords("trak:lambda=10"));
    }
  }

  private ExperimentResult measuredWith(int subsets, String finished) {
    Map<String, Object> numbers =
        Map.of("measured", 9, "subsets", subsets, "seeds", 2, "eif", Map.of("mean", .26));
    Findings findings =
        new Findings(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of("lds", numbers));
    return new ExperimentResult(
        lds.run(), lds.title(), lds.question(), findings, finished, lds.seconds());
  }

  /** Someone who tries out four parts must not displace the measurement that took an hour. */
  @Test
  void theThoroughMeasurementStandsBesideTheOtherAndNotTheNewest() {
    ExperimentResult small = measuredWith(4, "2026-02-02T00:00:00Z");
    ExperimentResult large = measuredWith(64, "2026-01-01T00:00:00Z");

    assertEquals(Optional.of(large), BothMeasures.mostTelling(List.of(small, large)));
    assertEquals(
        "Predicting retraining (half kept, retrained, proxies too; 64 parts, 2 seeds, 9 distances),"
            + " and moving pairs apart (learning rate 4e-5)",
        new BothMeasures(InfluenceEstimators.standard())
            .beside(reweighted, large)
            .table("both-measures")
            .orElseThrow()
            .title());
  }

  @Test
  void oneThatWasMeasuredAloneIsAheadOfNone() {
    assertEquals(
        "To choose an estimator, measure others too: of EIF alone it is known how well it predicts"
            + " retraining (0.26).",
        new BothMeasures(InfluenceEstimators.standard())
            .beside(reweighted, measuredWith(64, "2026-01-01T00:00:00Z"))
            .notes()
            .get(1));
  }

  @Test
  void theReaderIsToldWhichToChooseAndWhatTheSignsSay() {
    BothMeasures both = new BothMeasures(InfluenceEstimators.standard());
    assertEquals(
        List.of(
            "It moves.",
            "To choose an estimator, go by how well it predicts retraining: TRAK, lambda 10 does"
                + " furthest (0.50), not told from chance further than EIF.",
            "The paper's measure takes the signs of the scores alone: all estimators' sets move"
                + " pairs by +0.080 to +0.110, random ones by +0.000. Estimators that rank very"
                + " differently can come out alike there."),
        both.beside(reweighted, lds).notes());
  }

  @Test
  void aResultThatIsNotAsThisVersionWritesItStandsAlone() {
    ExperimentResult old = lds.withFindings(new Findings(List.of(), List.of(), List.of()));
    BothMeasures both = new BothMeasures(InfluenceEstimators.standard());
    assertEquals(reweighted.findings(), both.beside(reweighted, old));
  }
}
