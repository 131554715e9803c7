package eifexplorer.experiment.attribution;

import eifexplorer.influence.InfluenceEstimators;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An estimator with settings.
 *
 * @param text as it is typed, {@code trak:lambda=10}
 * @param id of the estimator
 * @param options its settings by name
 */
record EstimatorSetting(String text, String id, Map<String, String> options) {
  EstimatorSetting {
    options = Map.copyOf(options);
  }

  /** Reads what a parameter has checked. */
  static EstimatorSetting of(String text) {
    String[] parts = text.split(":", 2);
    Map<String, String> options = new TreeMap<>();
    if (parts.length == 2) {
      Arrays.stream(parts[1].split(";"))
          .map(setting -> setting.split("=", 2))
          .forEach(setting -> options.put(setting[0], setting[1]));
    }
    return new EstimatorSetting(text, parts[0], options);
  }

  /** For people: {@code TRAK, lambda 10}. */
  String title(InfluenceEstimators estimators) {
    String settings =
        new TreeMap<>(options)
            .entrySet().stream()
                .map(of -> ", " + of.getKey().replace('-', ' ') + " " + of.getValue())
                .collect(Collectors.joining());
    return estimators.byId(id).shortTitle() + settings;
  }

  static List<EstimatorSetting> all(List<String> texts) {
    return texts.stream().map(EstimatorSetting::of).toList();
  }
}
