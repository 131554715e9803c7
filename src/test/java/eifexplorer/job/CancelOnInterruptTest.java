package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CancelOnInterruptTest {
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

  private String pressed() throws Exception {
    Class<?> signals = Class.forName("sun.misc.Signal");
    Object signal = signals.getConstructor(String.class).newInstance("INT");
    signals.getMethod("raise", signals).invoke(null, signal);
    return String.valueOf(happened.poll(20, TimeUnit.SECONDS));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFirstPressStopsAndTheSecondEndsAtOnce() throws Exception {
    try (CancelOnInterrupt interrupt =
        new CancelOnInterrupt(() -> happened.add("stopping"), () -> happened.add("ended"))) {
      assertFalse(interrupt.isInterrupted());
      assertEquals("stopping", pressed());
      assertTrue(interrupt.isInterrupted());
      assertEquals("ended", pressed());
    }
  }
}
