package eifexplorer.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
  private static String text(long done, long total, String unit, int seconds) {
    return ProgressText.full(new Progress(done, total, unit, Duration.ofSeconds(seconds)));
  }

  @Test
  void saysHowMuchHowFastAndHowLong() {
    assertEquals("902 of 1,487 · 45 images/s · 13 s left", text(902, 1487, "images", 20));
  }

  @Test
  void slowWorkHasADecimal() {
    assertEquals("3 of 40 · 0.5 epochs/s · 1 min 14 s left", text(3, 40, "epochs", 6));
  }

  @Test
  void saysNothingOfSpeedInTheFirstMoments() {
    assertEquals("3 of 40", text(3, 40, "epochs", 0));
  }

  @Test
  void withoutATotalItCounts() {
    assertEquals("12 files · 6.0 files/s", text(12, 0, "files", 2));
  }

  @Test
  void beforeTheFirstStepItIsEmpty() {
    assertEquals("", ProgressText.full(Progress.NONE));
  }
}
