package eifexplorer.ui.explore;

import eifexplorer.ui.explore.strips.EstimatorSetting;
import eifexplorer.ui.explore.strips.EstimatorViewModel;
import eifexplorer.ui.explore.strips.InfluenceScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of the Explore screen outlives the program, as text by name. */
final class ExploreState {
  private static final String SCOPE = "scope";
  private static final String IMAGE = "training-image";
  private static final String EXEMPLARS = "exemplars";
  private static final String ESTIMATOR = "estimator";
  private static final String PANEL_WIDTH = "panelWidth";
  private static final String OPTION = "estimator.";

  private ExploreState() {}

  static Map<String, String> of(ExploreViewModel explore) {
    Map<String, String> state = new TreeMap<>(explore.confusions().state());
    state.put(SCOPE, explore.influence().scopeProperty().get().name());
    state.put(PANEL_WIDTH, Double.toString(explore.panelWidthProperty().get()));
    state.put(EXEMPLARS, String.valueOf(explore.inspector().exemplars().openProperty().get()));
    if (explore.chosen() != null) {
      state.put(IMAGE, explore.chosen().sample().path());
    }
    EstimatorSetting setting = explore.strips().estimators().appliedProperty().get();
    state.put(ESTIMATOR, setting.id());
    setting.options().forEach((name, value) -> state.put(OPTION + name, value));
    return state;
  }

  static void restore(ExploreViewModel explore, Map<String, String> state) {
    explore.inspector().exemplars().openProperty().set(Boolean.parseBoolean(state.get(EXEMPLARS)));
    explore.panelWidthProperty().set(width(state.get(PANEL_WIDTH)));
    restoreEstimator(explore.strips().estimators(), state);
    named(InfluenceScope.values(), state.get(SCOPE))
        .ifPresent(explore.influence().scopeProperty()::set);
    explore.confusions().restore(state);
    if (state.containsKey(IMAGE)) {
      explore.strips().choosePath(state.get(IMAGE));
    }
  }

  private static void restoreEstimator(EstimatorViewModel estimators, Map<String, String> state) {
    Map<String, String> options = new HashMap<>();
    state.forEach(
        (name, value) -> {
          if (name.startsWith(OPTION)) {
            options.put(name.substring(OPTION.length()), value);
          }
        });
    estimators.restore(state.getOrDefault(ESTIMATOR, ""), options);
  }

  private static double width(@Nullable String text) {
    try {
      double width = text == null ? 0 : Double.parseDouble(text);
      return Double.isFinite(width) ? Math.max(0, width) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
    for (E one : all) {
      if (one.name().equals(name)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
