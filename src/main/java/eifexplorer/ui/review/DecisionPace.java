package eifexplorer.ui.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** When the image that is decided about came into sight, and how quickly decisions follow each other. */
final class DecisionPace {
  /** Longer than this nobody looks at an image: they had a break. */
  private static final double LONGEST_SECONDS = 120;

  /** As many decisions within a second are a burst: nobody looks at images that quickly. */
  private static final int BURST = 3;

  private static final long SECOND = 1_000_000_000L;

  private final LongSupplier nanos;
  private final Deque<Long> decided = new ArrayDeque<>();
  private boolean drawn;
  private long begun;
  private long since;

  /** A pace by a clock in nanoseconds. */
  DecisionPace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Another image is asked for, and not in sight yet. */
  void turned() {
    drawn = false;
  }

  /** The image is in sight now, for the first time or after something else was looked at. */
  void seen() {
    drawn = true;
    since = nanos.getAsLong();
  }

  /** Whether the image is in sight. */
  boolean isSeen() {
    return drawn;
  }

  /** Seconds since the image is in sight; 0 after a break, which is no time of a decision. */
  double seconds() {
    return drawn ? orBreak((nanos.getAsLong() - since) / 1e9, 1) : 0;
  }

  /** Several images are looked at together from now on. */
  void begin() {
    begun = nanos.getAsLong();
  }

  /** Seconds since then, for this many decisions; 0 after a break. */
  double batchSeconds(int decisions) {
    return orBreak((nanos.getAsLong() - begun) / 1e9, decisions);
  }

  private static double orBreak(double seconds, int decisions) {
    return seconds > LONGEST_SECONDS * decisions ? 0 : seconds;
  }

  /** Counts a decision; true if it is the last of a burst. */
  boolean decided() {
    long now = nanos.getAsLong();
    decided.addLast(now);
    if (decided.size() < BURST) {
      return false;
    }
    boolean burst = now - decided.getFirst() < SECOND;
    decided.removeFirst();
    if (burst) {
      decided.clear();
    }
    return burst;
  }
}
