package eifexplorer.export;

import eifexplorer.experiment.attribution.LdsMeasurement;
import eifexplorer.experiment.attribution.Worth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What gave scores, and what they are worth.
 *
 * @param estimator as it is typed, {@code trak:lambda=10}
 * @param worth how well it predicts retraining; empty if that was not measured on the model
 */
public record ScoreOrigin(String estimator, Optional<Worth> worth) {
  /** Adds both as nested values for JSON; null stands for a worth that was not measured. */
  public void describeIn(Map<String, Object> values) {
    values.put("estimator", estimator);
    values.put("predicts_retraining", worth.map(ScoreOrigin::describe).orElse(null));
  }

  private static Map<String, Object> describe(Worth worth) {
    LdsMeasurement.How how = worth.measurement();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("mean", worth.mean());
    all.put("low", orNull(worth.low()));
    all.put("high", orNull(worth.high()));
    all.put("ceiling", orNull(how.ceiling()));
    all.put("protocol", how.protocol());
    all.put("of", how.of());
    all.put("subsets", how.subsets());
    all.put("seeds", how.seeds());
    all.put("measured", how.measured());
    return all;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
