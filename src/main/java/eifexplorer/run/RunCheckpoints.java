package eifexplorer.run;

import eifexplorer.training.Checkpoint;
import eifexplorer.training.CheckpointKeeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A run's checkpoints: {@code last.safetensors}, from which it goes on, and {@code best.safetensors}.
 *
 * <p>Short epochs don't each get one, long ones get some: no more than a few minutes of work are lost with a killed
 * program, and writing takes no more than a small part of the time.
 */
public final class RunCheckpoints implements CheckpointKeeper {
  /**
   * When checkpoints are made.
   *
   * @param afterEpoch least time between checkpoints that an epoch's end is worth
   * @param withinEpoch time after which one is made within an epoch
   */
  public record Rhythm(Duration afterEpoch, Duration withinEpoch) {
    public static final Rhythm USUAL = new Rhythm(Duration.ofSeconds(10), Duration.ofMinutes(3));
  }

  private final Path last;
  private final Path best;
  private final Rhythm rhythm;
  private long kept = System.nanoTime();

  /** Checkpoints in a run's folder. */
  public RunCheckpoints(Path run, Rhythm rhythm) {
    this.last = run.resolve("checkpoints").resolve("last.safetensors");
    this.best = run.resolve("checkpoints").resolve("best.safetensors");
    this.rhythm = rhythm;
  }

  @Override
  public Optional<Checkpoint> last() {
    return read(last);
  }

  /** The best epoch's weights; empty if nothing was measured. */
  Optional<Checkpoint> best() {
    return read(best);
  }

  private static Optional<Checkpoint> read(Path file) {
    return Files.exists(file) ? Optional.of(Checkpoint.read(file)) : Optional.empty();
  }

  @Override
  public boolean isDue(boolean epochDone) {
    Duration wait = epochDone ? rhythm.afterEpoch() : rhythm.withinEpoch();
    return System.nanoTime() - kept >= wait.toNanos();
  }

  @Override
  public void keepLast(Checkpoint checkpoint) {
    checkpoint.write(last);
    kept = System.nanoTime();
  }

  @Override
  public void keepBest(Checkpoint checkpoint) {
    checkpoint.write(best);
  }
}
