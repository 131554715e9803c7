package eifexplorer.experiment;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Valid values of an experiment's parameters, each in its one way of writing; immutable. */
public final class ParameterValues {
  private final List<Parameter> parameters;
  private final Map<String, String> values;

  private ParameterValues(List<Parameter> parameters, Map<String, String> values) {
    this.parameters = parameters;
    this.values = values;
  }

  /**
   * The given values, standard ones for the others.
   *
   * @throws ProblemException for an unknown name or a value that is not allowed
   */
  public static ParameterValues of(List<Parameter> parameters, Map<String, String> given) {
    for (String name : given.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw ProblemException.badValue(
            "parameter",
            name,
            parameters.stream().map(Parameter::name).collect(Collectors.joining(", ")));
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      values.put(
          parameter.name(),
          parameter.normalised(given.getOrDefault(parameter.name(), parameter.standard())));
    }
    return new ParameterValues(List.copyOf(parameters), values);
  }

  /** A whole number. */
  public int whole(String name) {
    return Integer.parseInt(values.get(name));
  }

  /**
   * How many of something: the number asked for. The standard number stands for as many as there are, if they are fewer;
   * any other is meant.
   *
   * @param available how many there are
   * @param what they are, such as {@code confused pairs}
   * @throws ProblemException if there are none, or fewer than were asked for
   */
  public int atMost(String name, int available, String what) {
    int asked = name(name).equals(Parameter.ALL) ? available : whole(name);
    if (available == 0) {
      throw new ProblemException(
          "There are no " + what, "", "Take a model that confuses some test images.");
    }
    if (asked > available && !isStandard(name)) {
      throw ProblemException.badValue(
          name, asked, "at most " + available + ", as many " + what + " as there are");
    }
    return Math.min(asked, available);
  }

  /** Whether the value is the one that holds where none is given. */
  public boolean isStandard(String name) {
    return parameters.stream()
        .anyMatch(
            parameter ->
                parameter.name().equals(name) && parameter.standard().equals(values.get(name)));
  }

  /** A number. */
  public double number(String name) {
    return Double.parseDouble(name(name));
  }

  /** Whole numbers. */
  public List<Integer> wholes(String name) {
    return names(name).stream().map(Integer::valueOf).toList();
  }

  /** Numbers. */
  public List<Double> numbers(String name) {
    return names(name).stream().map(Double::valueOf).toList();
  }

  /** The name of a choice. */
  public String name(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Names of choices. */
  public List<String> names(String name) {
    return Arrays.asList(name(name).split(","));
  }

  /** All, in the order of the parameters; a copy. */
  public Map<String, String> asMap() {
    return new LinkedHashMap<>(values);
  }
}
