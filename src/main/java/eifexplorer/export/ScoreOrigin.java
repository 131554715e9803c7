package eifexplorer.export;

import eifexplorer.experiment.attribution.LdsMeasurement;
import eifexplorer.experiment.attribution.Worth;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final String WORTH = "predicts_retraining";

  /** Columns of a table with {@link #cells}: the mean, its 95 % interval and the ceiling go by the names they have in JSON. */
  static List<String> columns() {
    return List.of("estimator", WORTH, WORTH + "_low", WORTH + "_high", WORTH + "_ceiling");
  }

  /** The estimator and what it is worth; empty texts for what was not measured. */
  List<Object> cells() {
    return List.of(
        estimator,
        worth.<Object>map(Worth::mean).orElse(""),
        orEmpty(worth.map(Worth::low)),
        orEmpty(worth.map(Worth::high)),
        orEmpty(worth.map(of -> of.measurement().ceiling())));
  }

  private static Object orEmpty(Optional<OptionalDouble> value) {
    Double known = orNull(value.orElse(OptionalDouble.empty()));
    return known == null ? "" : known;
  }

  /** Adds both as nested values for JSON; null stands for a worth that was not measured. */
  public void describeIn(Map<String, Object> values) {
    values.put("estimator", estimator);
    values.put(WORTH, worth.map(ScoreOrigin::describe).orElse(null));
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
