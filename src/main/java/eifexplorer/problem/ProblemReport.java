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
   * A report without the names of files and folders. What a stack trace says of classes stays.
   *
   * @param known folders that are hidden whole, spaces and all, such as the data set's
   */
  public static String withoutPaths(String report, Collection<String> known) {
    String text = report;
    for (String path :
        known.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      text = path.length() < 2 ? text : text.replace(path, HIDDEN);
    }
    return String.join("\n", text.lines().map(ProblemReport::hidden).toList()) + "\n";
  }

  private static String hidden(String line) {
    return STACK.matcher(line).matches()
        ? line
        : WORD.matcher(line)
            .replaceAll(
                word -> isPath(word.group()) ? HIDDEN : Matcher.quoteReplacement(word.group()));
  }

  private static boolean isPath(String word) {
    return word.indexOf('/') >= 0 || word.indexOf('\\') >= 0 || FILE.matcher(word).find();
  }
}
