package eifexplorer.influence;

import eifexplorer.problem.Meant;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The values given for an estimator's options, the standard ones where none is given; immutable. */
final class OptionValues {
  private final Map<String, EstimatorOption> options = new TreeMap<>();
  private final Map<String, String> given;

  /** Throws {@link ProblemException} if a value is given for an option that does not exist. */
  OptionValues(List<EstimatorOption> options, Map<String, String> given) {
    options.forEach(option -> this.options.put(option.name(), option));
    this.given = Map.copyOf(given);
    for (String name : given.keySet()) {
      if (!this.options.containsKey(name)) {
        String names =
            options.stream().map(EstimatorOption::name).collect(Collectors.joining(", "));
        throw new ProblemException(
            "There is no option \"" + name + "\"",
            "",
            names.isEmpty()
                ? "It has none."
                : Meant.question(name, this.options.keySet()) + "It has: " + names + ".");
      }
    }
  }

  int whole(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw bad(name);
    }
  }

  double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw bad(name);
    }
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text(name).toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw bad(name);
  }

  /** One of the option's choices. */
  String oneOf(String name) {
    if (!option(name).choices().contains(text(name))) {
      throw bad(name);
    }
    return text(name);
  }

  String text(String name) {
    return given.getOrDefault(name, option(name).standard()).trim();
  }

  private ProblemException bad(String name) {
    return ProblemException.badValue(name, text(name), option(name).allowed());
  }

  private EstimatorOption option(String name) {
    return Objects.requireNonNull(options.get(name), name);
  }
}
