package eifexplorer.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param done units finished, at least 0
 * @param total units in all; 0 when not known
 * @param unit what is counted, such as "images"; may be empty
 * @param elapsed time since the job began to count
 */
public record Progress(long done, long total, String unit, Duration elapsed) {
  /** Nothing said yet. */
  public static final Progress NONE = new Progress(0, 0, "", Duration.ZERO);

  /** Share done in 0..1, or -1 when the total is not known. */
  public double fraction() {
    return total <= 0 ? -1 : Math.min(1.0, (double) done / total);
  }

  /** Units a second; 0 before the first is done. */
  public double rate() {
    double seconds = elapsed.toNanos() / 1e9;
    return done == 0 || seconds <= 0 ? 0 : done / seconds;
  }

  /** Time left at the rate so far; empty when it can't be told. */
  public Optional<Duration> remaining() {
    double rate = rate();
    if (rate <= 0 || total <= 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis((long) ((total - done) / rate * 1000)));
  }
}
