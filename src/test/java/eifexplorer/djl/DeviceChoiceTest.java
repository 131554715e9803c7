package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.ComputeDevice;
import eifexplorer.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "auto,true,1,gpu:0",
    "auto,false,1,cpu",
    "auto,true,0,cpu",
    "cpu,true,2,cpu",
    "gpu:1,true,2,gpu:1"
  })
  void theBestThatWasAskedForIsUsed(String asked, boolean cuda, int gpus, String chosen) {
    Optional<ComputeDevice> request = ComputeDevice.parseRequest(asked);
    assertEquals(chosen, DeviceChoice.choose(request, cuda, gpus).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "gpu,false,0,No GPU with a CUDA driver",
    "gpu:1,true,1,'One GPU was found, gpu:0'",
    "gpu,false,1,built for the CPU"
  })
  void aGpuThatCannotBeUsedIsRefused(String asked, boolean cuda, int gpus, String why) {
    Optional<ComputeDevice> request = ComputeDevice.parseRequest(asked);
    ProblemException problem =
        assertThrows(ProblemException.class, () -> DeviceChoice.choose(request, cuda, gpus));
    assertTrue(problem.getMessage().contains(why), problem.getMessage());
  }

  @Test
  void whyTheGpuIsNotUsedIsSaid() {
    assertTrue(DeviceChoice.whyNoGpu(Optional.empty(), false, 1).contains("built for the CPU"));
    assertEquals(
        "The CPU was asked for.", DeviceChoice.whyNoGpu(Optional.of(ComputeDevice.CPU), true, 1));
  }
}
