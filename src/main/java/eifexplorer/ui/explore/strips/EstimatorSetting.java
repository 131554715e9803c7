package eifexplorer.ui.explore.strips;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An estimator as a person sets it.
 *
 * @param id of its factory
 * @param options values that are not the standard ones, by name
 */
public record EstimatorSetting(String id, Map<String, String> options) {
  /** Copies the options, sorted by name. */
  public EstimatorSetting {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
