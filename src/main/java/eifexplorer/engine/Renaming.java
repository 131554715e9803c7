package eifexplorer.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that turn one manner of naming weights into another; a name no rule is for stays. */
final class Renaming implements UnaryOperator<String> {
  private final Map<Pattern, Function<MatchResult, String>> rules = new LinkedHashMap<>();

  /** Adds a rule for whole names; the first that fits is used. */
  Renaming rule(String pattern, Function<MatchResult, String> name) {
    rules.put(Pattern.compile(pattern), name);
    return this;
  }

  /** Adds a rule whose result names groups, such as {@code $1}. */
  Renaming rule(String pattern, String name) {
    Pattern compiled = Pattern.compile(pattern);
    rules.put(compiled, match -> compiled.matcher(match.group()).replaceFirst(name));
    return this;
  }

  @Override
  public String apply(String name) {
    for (Map.Entry<Pattern, Function<MatchResult, String>> rule : rules.entrySet()) {
      Matcher match = rule.getKey().matcher(name);
      if (match.matches()) {
        return rule.getValue().apply(match);
      }
    }
    return name;
  }

  /** A group that is a number, times {@code factor}, plus {@code more}. */
  static int number(MatchResult match, int group, int factor, int more) {
    return Integer.parseInt(match.group(group)) * factor + more;
  }
}
