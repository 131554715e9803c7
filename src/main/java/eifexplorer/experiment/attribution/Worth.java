package eifexplorer.experiment.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How well one estimator's scores predicted retraining on one model; immutable.
 *
 * @param text the estimator as it is typed, {@code trak:lambda=10}
 * @param id of the estimator
 * @param options its settings by name, as they were given
 * @param mean linear datamodeling score, -1..1: the mean rank correlation of predicted and retrained distances
 * @param low lower end of its 95 % interval; empty where too little was measured
 * @param high upper end
 * @param measurement what it is part of
 */
public record Worth(
    String text,
    String id,
    Map<String, String> options,
    double mean,
    OptionalDouble low,
    OptionalDouble high,
    LdsMeasurement.How measurement) {
  /** An interval wider than this says so little that the mean is not told without it. */
  private static final double ROUGH = 0.3;

  /** Copies the options. */
  public Worth {
    options = Map.copyOf(options);
  }

  /** In a few words: {@code predicts retraining: 0.66 (ceiling 0.97)}. */
  public String words() {
    return "predicts retraining: " + number(mean) + inBrackets("");
  }

  /**
   * The same where it stands alone or is handed on: {@code predicts retraining: 0.66 (0.61 to 0.71, ceiling 0.97, measured on
   * this model)}.
   */
  public String sentence() {
    return "predicts retraining: " + number(mean) + inBrackets("measured on this model");
  }

  private String inBrackets(String more) {
    List<String> parts = new ArrayList<>();
    if (isRough() || !more.isEmpty()) {
      parts.add(bounds());
    }
    if (!measurement.of().equals(LdsQuery.PAIRS)) {
      parts.add(measurement.distances());
    }
    measurement.ceiling().ifPresent(most -> parts.add("ceiling " + number(most)));
    if (!more.isEmpty()) {
      parts.add(more);
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  /** The interval: {@code 0.61 to 0.71}; empty where there is none. */
  public String interval() {
    return low.isPresent() && high.isPresent()
        ? number(low.getAsDouble()) + " to " + number(high.getAsDouble())
        : "";
  }

  /** Whether so little was measured that the mean says nothing without {@link #bounds}. */
  public boolean isRough() {
    return low.isEmpty() || high.isEmpty() || high.getAsDouble() - low.getAsDouble() > ROUGH;
  }

  /** How far the mean is to be believed: the interval, or that it was measured on so few distances that there is none. */
  public String bounds() {
    return interval().isEmpty()
        ? "measured on " + measurement.measured() + " " + measurement.distances() + " only"
        : interval();
  }

  /** A correlation with two decimals and a true minus; what is rounded to zero has none. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", Math.abs(value) < .005 ? 0 : value)
        .replace('-', '\u2212');
  }
}
