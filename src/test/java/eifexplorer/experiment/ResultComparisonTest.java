package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.testing.SmallResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultComparisonTest {
  @Test
  void numbersOfTheSameRowStandSideBySide() {
    ResultComparison comparison =
        ResultComparison.of(SmallResult.of("a", .1), SmallResult.of("b", .25));
    ResultTable table = comparison.tables().get(0);

    assertEquals(Map.of(), comparison.differences());
    assertEquals(
        List.of("pair", "first_change", "second_change", "difference_change"),
        table.columns().stream().map(ResultTable.Column::name).toList());
    assertEquals(List.of("a < b", .1, .25, .15), table.rows().get(0).cells());
  }

  @Test
  void resultsOfOtherExperimentsAreRefused() {
    ExperimentResult first = SmallResult.of("a", .1);
    ExperimentRun run = first.run();
    ExperimentResult other =
        new ExperimentResult(
            new ExperimentRun("b", "mislabel", run.parameters(), run.model(), run.provenance()),
            first.title(),
            first.question(),
            first.findings(),
            first.finished(),
            1);

    ProblemException problem =
        assertThrows(ProblemException.class, () -> ResultComparison.of(first, other));
    assertTrue(problem.getMessage().contains("can't be compared"), problem.getMessage());
  }
}
