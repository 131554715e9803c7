package eifexplorer.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eifexplorer.benchmark.DeviceCheck.Finding;
import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.testing.Kernels;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a machine with a GPU: everything that is computed there, against the processor. */
@Tag("gpu")
class DeviceSmokeTest {
  @Test
  void theGpuComputesWhatTheProcessorDoes() {
    EngineReport report = Kernels.engine().report();
    assumeTrue(report.gpuCount() > 0, "There is no GPU here, so nothing was tried on one");
    try (DjlEngine gpu = new DjlEngine(EngineSettings.defaults())) {
      assumeTrue(gpu.report().device().isGpu(), gpu.report().whyNoGpu());
      List<Finding> wrong =
          new DeviceCheck(gpu, Kernels.engine(), JobContext.unattended())
              .run().stream().filter(finding -> !finding.isRight()).toList();
      assertEquals(List.of(), wrong);
    }
  }
}
