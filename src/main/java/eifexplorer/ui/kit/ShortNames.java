package eifexplorer.ui.kit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that are shown together, and how each is written where there is no room for all of it. Words that most of the names
 * have are abbreviated or left out first; what is left over could not mean another of the names, so two names are never
 * written alike. A word with a digit is whole or left out. Immutable but for what it remembers of its own answers.
 */
public final class ShortNames {
  /** Of no names: each is shortened by itself. */
  public static final ShortNames NONE = new ShortNames(List.of());

  /** What stands for letters or words that are not written. */
  private static final Pattern LEFT_OUT = Pattern.compile("[….]");

  /** Comparisons of a form with a name that one answer may take. */
  private static final int COMPARISONS = 2_000_000;

  private final List<String> names;
  private final Map<String, Integer> frequencies = new HashMap<>();
  private final Map<Asked, String> answers = new ConcurrentHashMap<>();

  private record Asked(String name, int lines, double room, ToDoubleFunction<String> width) {}

  private ShortNames(List<String> names) {
    this.names = names;
    for (String name : names) {
      for (String word : new HashSet<>(NameWords.of(name).words())) {
        frequencies.merge(word, 1, Integer::sum);
      }
    }
  }

  /** The names shown together; one that occurs twice counts once. */
  public static ShortNames of(Collection<String> names) {
    return new ShortNames(names.stream().distinct().toList());
  }

  /**
   * A name as it is written in this room.
   *
   * @param lines on which it may stand, at least 1
   * @param room width of a line, in the unit of {@code width}
   * @param width of a text on one line; answers are remembered by it, so it should have an equality
   * @return the whole name if it fits, else the short form that loses least, else the narrowest one there is
   */
  public String fit(String name, int lines, double room, ToDoubleFunction<String> width) {
    if (fits(name, lines, room, width)) {
      return name;
    }
    return answers.computeIfAbsent(
        new Asked(name, lines, room, width), asked -> shorten(name, lines, room, width));
  }

  /**
   * Words and then as many of some names as there is room for; the others are counted: {@code 18 of 29 → Fish Crow +2}. The
   * first name is written short if it is too long by itself.
   *
   * @param lead words before them, always whole
   * @param some at least one name, the most important first
   * @param room width of the line, in the unit of {@code width}
   */
  public String fitList(
      String lead, List<String> some, double room, ToDoubleFunction<String> width) {
    for (int shown = some.size(); shown > 1; shown--) {
      String text = lead + String.join(", ", some.subList(0, shown)) + others(some, shown);
      if (width.applyAsDouble(text) <= room) {
        return text;
      }
    }
    String rest = others(some, 1);
    double left = room - width.applyAsDouble(lead + rest);
    return lead + fit(some.get(0), 1, left, width) + rest;
  }

  private static String others(List<String> some, int shown) {
    return shown == some.size() ? "" : " +" + (some.size() - shown);
  }

  private String shorten(String name, int lines, double room, ToDoubleFunction<String> width) {
    List<ShortForm> forms = NameWords.of(name).forms(this::weight, width);
    double most = lines * (room + width.applyAsDouble(" "));
    Stream<ShortForm> fitting =
        forms.stream()
            .filter(form -> form.width() <= most)
            .sorted(Comparator.comparingDouble(ShortForm::loss));
    return first(fitting, name, text -> fits(text, lines, room, width))
        .or(
            () ->
                first(
                    forms.stream().sorted(Comparator.comparingDouble(ShortForm::width)),
                    name,
                    text -> true))
        .orElse(name);
  }

  private Optional<String> first(Stream<ShortForm> forms, String name, Predicate<String> fits) {
    return forms
        .limit(COMPARISONS / Math.max(1, names.size()))
        .map(ShortForm::text)
        .filter(fits)
        .filter(text -> meansOnly(text, name))
        .findFirst();
  }

  /** How much is lost with a word: the rarer, the more. */
  private double weight(String word) {
    double rarity = (double) Math.max(1, names.size()) / frequencies.getOrDefault(word, 1);
    return 0.4 + Math.log(rarity) + 0.02 * word.length();
  }

  private boolean meansOnly(String form, String name) {
    String[] parts = LEFT_OUT.split(form, -1);
    return names.stream().noneMatch(other -> !other.equals(name) && couldMean(parts, other));
  }

  /** Whether the name has these parts in this order, the first at its start and the last at its end. */
  private static boolean couldMean(String[] parts, String name) {
    String last = parts[parts.length - 1];
    int end = name.length() - last.length();
    if (!name.startsWith(parts[0]) || !name.endsWith(last)) {
      return false;
    }
    int from = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int at = name.indexOf(parts[i], from);
      if (at < 0) {
        return false;
      }
      from = at + parts[i].length();
    }
    return parts.length == 1 ? name.equals(parts[0]) : from <= end;
  }

  private static boolean fits(String text, int lines, double room, ToDoubleFunction<String> width) {
    if (lines == 1 || width.applyAsDouble(text) <= room) {
      return width.applyAsDouble(text) <= room;
    }
    int line = 1;
    String begun = "";
    for (String word : text.split(" ", -1)) {
      String longer = begun.isEmpty() ? word : begun + " " + word;
      if (width.applyAsDouble(longer) > room) {
        line++;
        longer = word;
        if (line > lines || width.applyAsDouble(word) > room) {
          return false;
        }
      }
      begun = longer;
    }
    return true;
  }
}
