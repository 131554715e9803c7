package eifexplorer.training;

import java.util.Map;

/**
 * What an epoch gave.
 *
 * @param epoch counted from 1, warm-up included
 * @param loss mean of the batch losses, each before its step
 * @param seconds time it took, measuring included
 * @param metrics what was measured after it, by name; empty if nothing was
 */
public record EpochReport(int epoch, double loss, double seconds, Map<String, Double> metrics) {
  /** Copies the metrics. */
  public EpochReport {
    metrics = Map.copyOf(metrics);
  }
}
