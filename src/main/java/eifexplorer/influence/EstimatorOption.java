package eifexplorer.influence;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A setting of an estimator, as the command line and the window show it.
 *
 * @param name such as {@code steps}
 * @param meaning a phrase for people
 * @param standard the value taken when none is given
 * @param allowed values that make sense, for people
 * @param choices the only values there are; empty if any number or text may be given
 */
public record EstimatorOption(
    String name, String meaning, String standard, String allowed, List<String> choices) {
  /** Name of the setting that says where a run's epochs were kept, see {@link eifexplorer.training.HeadHistory}. */
  public static final String HISTORY = "epochs";

  /** Copies the choices. */
  public EstimatorOption {
    choices = List.copyOf(choices);
  }

  /** A setting that takes any number or text, as far as it makes sense. */
  public EstimatorOption(String name, String meaning, String standard, String allowed) {
    this(name, meaning, standard, allowed, List.of());
  }

  /** A setting that is one of these values. */
  public static EstimatorOption choice(
      String name, String meaning, String standard, List<String> choices) {
    return new EstimatorOption(name, meaning, standard, String.join(", ", choices), choices);
  }

  /** Its name in words: {@code early stop}. */
  public String words() {
    return name.replace('-', ' ');
  }

  /**
   * The settings given that are not the standard ones; one that does not exist is kept. Numbers are compared by value, so
   * that 1 and 1.0 are the same setting.
   */
  public static Map<String, String> changed(
      List<EstimatorOption> options, Map<String, String> given) {
    Map<String, String> changed = new TreeMap<>();
    given.forEach((name, value) -> changed.put(name, plain(value)));
    for (EstimatorOption option : options) {
      changed.remove(option.name(), plain(option.standard()));
    }
    return changed;
  }

  /** An estimator with settings as it is typed: {@code trak:lambda=10;weights=epochs}. */
  public static String text(String id, Map<String, String> options) {
    String settings =
        new TreeMap<>(options)
            .entrySet().stream()
                .map(of -> of.getKey() + "=" + of.getValue())
                .collect(Collectors.joining(";"));
    return settings.isEmpty() ? id : id + ":" + settings;
  }

  private static String plain(String value) {
    try {
      return String.valueOf(Double.parseDouble(value.strip()));
    } catch (NumberFormatException e) {
      return value.strip();
    }
  }

  /** The settings given, and where a run's epochs were kept if one of the options asks for that and no place is named. */
  public static Map<String, String> withHistory(
      List<EstimatorOption> options, Map<String, String> given, Optional<Path> history) {
    boolean traces = options.stream().anyMatch(option -> option.name().equals(HISTORY));
    if (!traces || history.isEmpty() || !given.getOrDefault(HISTORY, "").isBlank()) {
      return given;
    }
    Map<String, String> completed = new TreeMap<>(given);
    completed.put(HISTORY, history.get().toString());
    return completed;
  }
}
