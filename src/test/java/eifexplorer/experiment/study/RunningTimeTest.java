package eifexplorer.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable;
import eifexplorer.job.JobContext;
import eifexplorer.testing.SmallInputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningTimeTest {
  /** The small world has 300 training images: the reference's middle is 300 × 0.1265 s. */
  @Test
  void besideEachMeasuredTimeIsTheReferences() {
    Experiment experiment = new RunningTime();
    ResultTable table =
        experiment
            .run(
                SmallInputs.proxyNca(),
                ParameterValues.of(experiment.parameters(), Map.of("pairs", "3")),
                FinishedUnits.inMemory(),
                ExperimentObserver.NONE,
                JobContext.unattended())
            .table("runtime")
            .orElseThrow();

    assertEquals(8, table.rows().size());
    for (int row = 0; row < 8; row++) {
      assertTrue((double) table.cell(row, "seconds") > 0);
    }
    assertEquals("EIF, low rank, a pair", table.cell(1, "what"));
    assertEquals(3, table.cell(1, "runs"));
    assertEquals(37.95, (double) table.cell(1, "reference_seconds"), 1e-9);
    assertTrue(
        table.cell(1, "reference_how").toString().startsWith("300 images × 0.121–0.132 s"),
        table.cell(1, "reference_how").toString());
  }
}
