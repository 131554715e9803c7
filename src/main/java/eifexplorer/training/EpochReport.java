package eifexplorer.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an epoch gave.
 *
 * @param epoch counted from 1, warm-up included
 * @param loss mean of the batch losses, each before its step
 * @param seconds time its batches took
 * @param images samples its batches held
 * @param rateFactor what the plan's learning rates were multiplied with
 * @param metrics what was measured after it, by name; empty if nothing was
 */
public record EpochReport(
    int epoch,
    double loss,
    double seconds,
    int images,
    double rateFactor,
    Map<String, Double> metrics) {
  /** Copies the metrics in their order; absent ones become none. */
  public EpochReport {
    metrics =
        Collections.unmodifiableMap(new LinkedHashMap<>(metrics == null ? Map.of() : metrics));
  }

  /** Samples a second; 0 if it took no time. */
  public double imagesPerSecond() {
    return seconds > 0 ? images / seconds : 0;
  }

  /** What decides which epoch was best: {@code hmean}, or {@code recall_at_1} without it; empty if neither was measured. */
  OptionalDouble score() {
    Double score = metrics.getOrDefault("hmean", metrics.get("recall_at_1"));
    return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
  }
}
