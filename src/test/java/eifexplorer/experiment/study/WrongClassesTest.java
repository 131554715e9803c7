package eifexplorer.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.HeatMap;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.SmallInputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrongClassesTest {
  private static Findings run(Map<String, String> given) {
    Experiment experiment = new WrongClasses();
    return experiment.run(
        SmallInputs.proxyNca(),
        ParameterValues.of(experiment.parameters(), given),
        FinishedUnits.inMemory(),
        ExperimentObserver.NONE,
        JobContext.unattended());
  }

  @Test
  void rowsAreTheMostWrongClassesByTheirMean() {
    Findings findings = run(Map.of("classes", "2", "seeds", "0,1,2"));
    HeatMap map = findings.heatMaps().get(0);
    ResultTable table = findings.table("classes").orElseThrow();

    assertEquals(2, map.rows().size());
    assertEquals(List.of("0", "1", "2"), map.columns());
    assertEquals(map.rows().get(0), table.cell(0, "class"));
    assertEquals(
        map.values().get(0).stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        (double) table.cell(0, "wrong_share"),
        1e-12);
  }

  @Test
  void fewerClassesThanAskedForIsASentence() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> run(Map.of("classes", "900")));
    assertEquals(true, problem.getMessage().contains("as many test classes as there are"));
  }
}
