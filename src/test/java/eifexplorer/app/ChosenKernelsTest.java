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
  private static final ProblemException NO_GPU =
      new ProblemException("The device gpu:0 can't be used", "", "Choose \"cpu\".");

  private static LazyEngine withoutGpu() {
    return new LazyEngine(
        () -> {
          throw NO_GPU;
        });
  }

  private static EngineSettings java(ComputeDevice device) {
    return new EngineSettings(Optional.of(device), 1).withKernels(KernelChoice.JAVA);
  }

  @Test
  void aGpuThatIsNotThereIsRefusedThoughJavaComputes() {
    assertEquals(
        NO_GPU,
        assertThrows(
            ProblemException.class,
            () -> Composition.kernels(java(ComputeDevice.gpu(0)), withoutGpu())));
  }

  @Test
  void onTheProcessorJavaStartsNoRuntime() {
    assertEquals("java", Composition.kernels(java(ComputeDevice.CPU), withoutGpu()).kernels());
  }
}
