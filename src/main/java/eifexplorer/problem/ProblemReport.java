package eifexplorer.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody sends who reports trouble: facts about the program, and the last lines of its log. */
public final class ProblemReport {
  /** Stands where a path was. */
  static final String HIDDEN = "‹path›";

  /** Stands where a name was. */
  static final String NAME = "‹name›";

  private static final String NOT_IN_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String NOT_IN_WORD = "(?![\\p{L}\\p{N}])";

  private static final Pattern STACK = Pattern.compile("\\s+at .*");

  /** Taken whole and never tried again, so that a line of any length is gone through once. */
  private static final Pattern WORD = Pattern.compile("[^\\s\"'“”‹›(),;]++");

  /** Names of files, which also catches what follows a space in a folder's name. */
  private static final Pattern FILE =
      Pattern.compile(
          "\\.(?:jpe?g|png|tiff?|webp|bmp|gif|p[bgnp]m|np[yz]|csv|json|jsonl|pth?|onnx|safetensors|mat|txt)\\b",
          Pattern.CASE_INSENSITIVE);

  private ProblemReport() {}

  /** Facts, one a line, then the log. */
  public static String of(List<String> facts, List<String> log) {
    String lines = log.isEmpty() ? "(nothing is logged)" : String.join("\n", log);
    return String.join("\n", facts) + "\n\nLast lines of the log\n" + lines + "\n";
  }

  /**
   * A report without the names of files, folders and people. What a stack trace says of classes stays.
   *
   * @param known folders that are hidden whole, spaces and all, such as the data set's
   * @param names people's, such as the user's; those without letters, such as the {@code ?} of a user whom the system
   *     does not know, are passed over
   */
  public static String withoutPaths(
      String report, Collection<String> known, Collection<String> names) {
    String text = report;
    for (String path :
        known.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      text = path.length() < 2 ? text : text.replace(path, HIDDEN);
    }
    List<Pattern> people =
        names.stream()
            .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
            .map(name -> Pattern.compile(NOT_IN_WORD_BEFORE + Pattern.quote(name) + NOT_IN_WORD))
            .toList();
    return String.join("\n", text.lines().map(line -> hidden(line, people)).toList()) + "\n";
  }

  private static String hidden(String line, List<Pattern> people) {
    if (STACK.matcher(line).matches()) {
      return line;
    }
    String rest =
        WORD.matcher(line)
            .replaceAll(
                word -> isPath(word.group()) ? HIDDEN : Matcher.quoteReplacement(word.group()));
    for (Pattern person : people) {
      rest = person.matcher(rest).replaceAll(NAME);
    }
    return rest;
  }

  private static boolean isPath(String word) {
    return word.indexOf('/') >= 0 || word.indexOf('\\') >= 0 || FILE.matcher(word).find();
  }
}
