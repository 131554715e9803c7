package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.JniUtils;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DjlEngineTest {

  @Test
  void theReportSaysWhatRuns() {
    try (DjlEngine engine = new DjlEngine(new EngineSettings(Optional.of(ComputeDevice.CPU), 1))) {
      EngineReport report = engine.report();
      assertTrue(report.runtime().startsWith("PyTorch 2."), report.runtime());
      assertTrue(report.binding().matches("DJL \\d+\\.\\d+.*"), report.binding());
      assertEquals(ComputeDevice.CPU, report.device());
      assertEquals(1, report.threads());
      assertTrue(Files.isDirectory(Path.of(report.nativeLibraries())));
    }
  }

  @Test
  void aMissingGpuIsRefused() {
    EngineSettings settings = new EngineSettings(Optional.of(ComputeDevice.gpu(63)), 1);
    assertThrows(ProblemException.class, () -> new DjlEngine(settings));
  }

  @Test
  void theNumberOfThreadsAndTheGradientModeAreSet() {
    try (DjlRuntime runtime = DjlRuntime.load(new EngineSettings(Optional.empty(), 2));
        TorchScope scope = runtime.scope(true)) {
      assertEquals(2, JniUtils.getNumThreads());
      assertTrue(JniUtils.isGradMode());
      assertTrue(scope.memory().isOpen());
    }
  }

  @Test
  void aSystemWithoutPyTorchIsToldWhatWorksWithoutIt() {
    ProblemException problem = DjlRuntime.noNativeCode("Mac OS X", "x86_64", null);
    assertEquals(
        "PyTorch can't be loaded: Mac OS X on x86_64. There is no PyTorch for Intel Macs any more;"
            + " open an embedding bundle (.npz) instead.",
        problem.getMessage());
  }
}
