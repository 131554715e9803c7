package eifexplorer.ui.jobs;

import eifexplorer.ui.kit.Failure;
import java.util.function.Consumer;

/**
 * What is to happen when a job ends; exactly one of the three is called, on the JavaFX thread.
 *
 * @param <T> the job's result
 * @param done gets the result
 * @param failed gets what went wrong
 * @param cancelled is told that somebody stopped the job
 */
public record Outcome<T>(Consumer<T> done, Consumer<Failure> failed, Runnable cancelled) {
  /** An outcome for which being cancelled needs no action. */
  public static <T> Outcome<T> of(Consumer<T> done, Consumer<Failure> failed) {
    return new Outcome<>(done, failed, () -> {});
  }
}
