package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeDeviceTest {

  @ParameterizedTest
  @CsvSource({"cpu,cpu", "gpu,gpu:0", "GPU:12,gpu:12", " cpu ,cpu"})
  void requestsAreRead(String text, String device) {
    assertEquals(device, ComputeDevice.parseRequest(text).orElseThrow().toString());
  }

  @Test
  void autoLeavesTheChoice() {
    assertEquals(Optional.empty(), ComputeDevice.parseRequest("auto"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cuda", "gpu:", "gpu:-1", "cpu:0"})
  void otherRequestsAreRefused(String text) {
    assertThrows(ProblemException.class, () -> ComputeDevice.parseRequest(text));
  }

  @Test
  void oneProcessorIsLeftFree() {
    int processors = Runtime.getRuntime().availableProcessors();
    assertEquals(Math.max(1, processors - 1), EngineSettings.defaults().threads());
  }

  @Test
  void noThreadsAreRefused() {
    assertThrows(ProblemException.class, () -> new EngineSettings(Optional.empty(), 0));
  }
}
