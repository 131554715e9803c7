package eifexplorer.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

  @Test
  void thePeakIsToldInKibibytes() {
    assertEquals(
        OptionalLong.of(3 * 1024),
        ResidentMemory.peakBytes(List.of("Name:\tjava", "VmHWM:\t       3 kB", "VmRSS:\t 2 kB")));
    assertEquals(OptionalLong.empty(), ResidentMemory.peakBytes(List.of("Name:\tjava")));
  }
}
