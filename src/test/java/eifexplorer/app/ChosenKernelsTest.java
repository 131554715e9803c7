package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.KernelChoice;
import eifexplorer.model.LazyEngine;
import eifexplorer.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChosenKernelsTest {
  private final ProblemException noGpu =
      new ProblemException("The device gpu:0 can't be used", "", "Choose \"cpu\".");

  private LazyEngine withoutGpu() {
    return new LazyEngine(
        () -> {
          throw noGpu;
        });
  }

  private static EngineSettings java(ComputeDevice device) {
    return new EngineSettings(Optional.of(device), 1).withKernels(KernelChoice.JAVA);
  }

  @Test
  void aGpuThatIsNotThereIsRefusedThoughJavaComputes() {
    assertEquals(
        noGpu,
        assertThrows(
            ProblemException.class,
            () -> Composition.kernels(java(ComputeDevice.gpu(0)), withoutGpu())));
  }

  @Test
  void onTheProcessorJavaStartsNoRuntime() {
    assertEquals("java", Composition.kernels(java(ComputeDevice.CPU), withoutGpu()).kernels());
  }
}
