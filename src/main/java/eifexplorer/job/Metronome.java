package eifexplorer.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does something small again and again, at an interval, on a daemon thread that sleeps in between. To be started and
 * stopped by one thread.
 */
public final class Metronome {
  private final String name;
  private final Duration every;
  private final Runnable beat;
  private @Nullable ScheduledExecutorService thread;

  /**
   * A metronome at rest.
   *
   * @param name of its thread
   * @param every time from the end of one beat to the next, above 0
   * @param beat what is done; the first that fails is the last
   */
  public Metronome(String name, Duration every, Runnable beat) {
    this.name = name;
    this.every = every;
    this.beat = beat;
  }

  /** Starts, unless it runs; the first beat comes at once. */
  public void start() {
    if (thread == null) {
      thread = Executors.newSingleThreadScheduledExecutor(new NamedThreads(name));
      var unused = thread.scheduleWithFixedDelay(beat, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Stops and gives its thread back; a beat that is under way comes to its end. */
  public void stop() {
    if (thread != null) {
      thread.shutdown();
      thread = null;
    }
  }
}
