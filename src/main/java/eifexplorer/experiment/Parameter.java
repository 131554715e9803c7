package eifexplorer.experiment;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that can be chosen of an experiment. Lists are separated by commas.
 *
 * @param name on the command line, such as {@code pairs}
 * @param title for a form
 * @param help what it means and what the paper takes, in one sentence
 * @param kind what values it has
 * @param standard value unless another is given
 * @param min least number; for lists, of each
 * @param max greatest number
 * @param choices names there are, for {@link Kind#NAME}, {@link Kind#NAMES} and {@link Kind#SETTINGS}
 * @param words what each of them is, for a form, in the same order
 */
public record Parameter(
    String name,
    String title,
    String help,
    Kind kind,
    String standard,
    double min,
    double max,
    List<String> choices,
    List<String> words) {
  /** As many as there are. */
  public static final String ALL = "all";

  /** What values a parameter has. */
  public enum Kind {
    /** One whole number. */
    WHOLE,
    /** One number. */
    NUMBER,
    /** Whole numbers. */
    WHOLES,
    /** Numbers. */
    NUMBERS,
    /** A whole number, or {@link Parameter#ALL}. */
    COUNT,
    /** One of the choices. */
    NAME,
    /** Some of the choices. */
    NAMES,
    /** Some of the choices, each perhaps with settings of its own: {@code trak:lambda=10;weights=epochs}. */
    SETTINGS;

    /** Whether there may be several values, separated by commas. */
    public boolean isList() {
      return this == WHOLES || this == NUMBERS || this == NAMES || this == SETTINGS;
    }
  }

  /**
   * What can be chosen.
   *
   * @param name on the command line
   * @param words for a form
   */
  public record Choice(String name, String words) {
    /** Their words by name. */
    public static Map<String, String> byName(List<Choice> choices) {
      return choices.stream().collect(Collectors.toMap(Choice::name, Choice::words));
    }
  }

  /** Copies the lists. */
  public Parameter {
    choices = List.copyOf(choices);
    words = List.copyOf(words);
  }

  /** One whole number in a range. */
  public static Parameter whole(
      String name, String title, String help, int standard, int min, int max) {
    return open(name, title, help, Kind.WHOLE, String.valueOf(standard), min, max);
  }

  /** A whole number in a range, or as many as there are. */
  public static Parameter count(
      String name, String title, String help, String standard, int min, int max) {
    return open(name, title, help, Kind.COUNT, standard, min, max);
  }

  /** One number in a range. */
  public static Parameter number(
      String name, String title, String help, String standard, double min, double max) {
    return open(name, title, help, Kind.NUMBER, standard, min, max);
  }

  /** One or more numbers in a range. */
  public static Parameter numbers(
      String name, String title, String help, String standard, double min, double max) {
    return open(name, title, help, Kind.NUMBERS, standard, min, max);
  }

  /** Seeds of what is random. */
  public static Parameter seeds(String help, String standard) {
    return open("seeds", "Seeds", help, Kind.WHOLES, standard, 0, Integer.MAX_VALUE);
  }

  private static Parameter open(
      String name, String title, String help, Kind kind, String standard, double min, double max) {
    return new Parameter(name, title, help, kind, standard, min, max, List.of(), List.of());
  }

  private static Parameter closed(
      String name, String title, String help, Kind kind, String standard, List<Choice> choices) {
    List<String> names = choices.stream().map(Choice::name).toList();
    List<String> words = choices.stream().map(Choice::words).toList();
    return new Parameter(name, title, help, kind, standard, 0, 0, names, words);
  }

  /** One of the choices. */
  public static Parameter name(
      String name, String title, String help, String standard, List<Choice> choices) {
    return closed(name, title, help, Kind.NAME, standard, choices);
  }

  /** One or more of the choices. */
  public static Parameter names(
      String name, String title, String help, String standard, List<Choice> choices) {
    return closed(name, title, help, Kind.NAMES, standard, choices);
  }

  /** One or more of the choices, each perhaps with settings of its own. */
  public static Parameter settings(
      String name, String title, String help, String standard, List<Choice> choices) {
    return closed(name, title, help, Kind.SETTINGS, standard, choices);
  }

  /**
   * The value in its one way of writing, by which equal ones are equal: without spaces and repetitions.
   *
   * @throws ProblemException naming what is allowed
   */
  public String normalised(String text) {
    List<String> parts =
        Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    if (parts.isEmpty() || (!kind.isList() && parts.size() > 1)) {
      throw ProblemException.badValue(name, text, allowed());
    }
    return String.join(",", parts.stream().map(this::normalisedPart).distinct().toList());
  }

  private String normalisedPart(String part) {
    if (kind == Kind.NAME || kind == Kind.NAMES) {
      if (!choices.contains(part)) {
        throw ProblemException.badValue(name, part, allowed());
      }
      return part;
    }
    if (kind == Kind.SETTINGS) {
      requireSettings(part);
      return part;
    }
    if (kind == Kind.COUNT && part.equals(ALL)) {
      return part;
    }
    boolean whole = kind == Kind.WHOLE || kind == Kind.WHOLES || kind == Kind.COUNT;
    try {
      double value = whole ? Integer.parseInt(part) : Double.parseDouble(part);
      if (!(value >= min && value <= max)) {
        throw ProblemException.badValue(name, part, allowed());
      }
      return whole ? String.valueOf((int) value) : text(value);
    } catch (NumberFormatException e) {
      throw ProblemException.badValue(name, part, allowed());
    }
  }

  private void requireSettings(String part) {
    String[] of = part.split(":", 2);
    boolean set = of.length < 2 || of[1].matches("[a-z-]+=[^;=]+(;[a-z-]+=[^;=]+)*");
    if (!set || !choices.contains(of[0])) {
      throw ProblemException.badValue(name, part, allowed());
    }
  }

  /** A choice in the words of a form. */
  public String inWords(String choice) {
    int place = choices.indexOf(choice);
    return place < 0 ? choice : words.get(place);
  }

  /** A value in the words of a form, each of several set apart by a comma and a space. */
  public String valueInWords(String value) {
    return Arrays.stream(value.split(",")).map(this::inWords).collect(Collectors.joining(", "));
  }

  /** A number in its shortest way of writing, such as {@code 4e-5} or {@code 2}. */
  public static String text(double value) {
    return String.valueOf(value).replaceFirst("\\.0(E|$)", "$1").replace('E', 'e');
  }

  /** What values are allowed, for people. */
  public String allowed() {
    String several = kind.isList() ? ", several with commas" : "";
    return switch (kind) {
      case NAME, NAMES -> String.join(", ", choices) + several;
      case SETTINGS ->
          String.join(", ", choices)
              + several
              + ", each perhaps with settings as in trak:lambda=10";
      case COUNT -> ALL + ", or whole numbers from " + (long) min + " to " + (long) max;
      case WHOLE, WHOLES -> "whole numbers from " + (long) min + " to " + (long) max + several;
      case NUMBER, NUMBERS -> text(min) + " to " + text(max) + several;
    };
  }
}
