package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CancelOnInterruptTest {
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

  private CancelOnInterrupt watching() {
    return new CancelOnInterrupt(() -> happened.add("stopping"), () -> happened.add("ended"));
  }

  @Test
  void theFirstPressStopsAndTheSecondEndsAtOnce() {
    try (CancelOnInterrupt interrupt = watching()) {
      assertFalse(interrupt.isInterrupted());
      interrupt.pressed();
      assertTrue(interrupt.isInterrupted());
      interrupt.pressed();
    }
    assertEquals(List.of("stopping", "ended"), List.copyOf(happened));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theSystemsSignalIsAPress() throws Exception {
    assumeFalse(isIgnored(), "this process was started to ignore interrupts");
    try (CancelOnInterrupt interrupt = watching()) {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Object signal = signals.getConstructor(String.class).newInstance("INT");
      signals.getMethod("raise", signals).invoke(null, signal);
      assertEquals("stopping", String.valueOf(happened.poll(20, TimeUnit.SECONDS)));
      assertTrue(interrupt.isInterrupted());
    }
  }

  /** A program in the background of a script has its interrupts ignored from the start, and Java leaves it so. */
  private static boolean isIgnored() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0");
    int interrupt = 2;
    return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16)
                >> (interrupt - 1))
            % 2
        != 0;
  }
}
