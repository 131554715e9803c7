package eifexplorer.cli;

import eifexplorer.problem.RegularFile;
import eifexplorer.workspace.NameEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The arguments as they were typed. Under a language setting such as {@code LC_ALL=C} Java reads every letter that is not
 * ASCII as unreadable, and a message or an annotator's name would be kept so for good.
 */
public final class CommandArguments {
  private static final Path OWN_COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final long MOST_BYTES = 1 << 24;

  private CommandArguments() {}

  /** The arguments with the letters that were lost, where the system can still tell them. */
  public static String[] asTyped(String[] arguments) {
    return asTyped(arguments, OWN_COMMAND_LINE);
  }

  /**
   * As above.
   *
   * @param commandLine a file with the program's command line in UTF-8, each word ended by a zero, as Linux has it
   */
  static String[] asTyped(String[] arguments, Path commandLine) {
    if (Arrays.stream(arguments).noneMatch(NameEncoding::isDamaged)) {
      return arguments;
    }
    try {
      String[] words =
          new String(RegularFile.bytes(commandLine, MOST_BYTES), StandardCharsets.UTF_8)
              .split("\0", -1);
      int first = words.length - 1 - arguments.length;
      boolean same =
          first >= 0
              && IntStream.range(0, arguments.length)
                  .allMatch(
                      k ->
                          NameEncoding.isDamaged(arguments[k])
                              || arguments[k].equals(words[first + k]));
      return same ? Arrays.copyOfRange(words, first, words.length - 1) : arguments;
    } catch (IOException e) {
      return arguments;
    }
  }
}
