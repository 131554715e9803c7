package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;

/**
 * How the tensor runtime is to run.
 *
 * @param device the device asked for; empty: the first GPU if there is one, else the CPU
 * @param threads threads one operation may use, 1 to 1024. With as many as there are processors, one other busy process
 *     makes all of them wait: leave one free
 */
public record EngineSettings(Optional<ComputeDevice> device, int threads) {
  /** Throws {@link ProblemException} if the number of threads is out of range. */
  public EngineSettings {
    Objects.requireNonNull(device);
    if (threads < 1 || threads > 1024) {
      throw ProblemException.badValue("threads", threads, "1 to 1024");
    }
  }

  /** Any device, one processor left free. */
  public static EngineSettings defaults() {
    return new EngineSettings(Optional.empty(), defaultThreads());
  }

  /** Processors less one, at least 1. */
  public static int defaultThreads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }
}
