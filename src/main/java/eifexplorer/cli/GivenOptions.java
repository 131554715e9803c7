package eifexplorer.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that stand on a command line: none is passed over in silence because of another. */
final class GivenOptions {
  /** What any command takes, whatever else it is given. */
  private static final Set<String> ANYWHERE =
      Set.of("--device", "--kernels", "--threads", "--json", "--strict", "--workspace");

  private final List<String> all;
  private final List<String> names;

  /** What was given to a command that was parsed. */
  GivenOptions(CommandSpec command) {
    this.all =
        command.commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .toList();
    this.names = all.stream().filter(name -> !ANYWHERE.contains(name)).toList();
  }

  /** Whether one of these was given. */
  boolean any(String... options) {
    return all.stream().anyMatch(Arrays.asList(options)::contains);
  }

  /** Throws {@link UsageException} if one of these was given where {@code wanted}, which they belong to, was not. */
  void require(boolean given, String wanted, String... options) {
    List<String> idle = names.stream().filter(Arrays.asList(options)::contains).toList();
    if (!given && !idle.isEmpty()) {
      throw new UsageException(
          String.join(", ", idle) + (idle.size() == 1 ? " needs " : " need ") + wanted);
    }
  }

  /** Throws {@link UsageException} if anything but these was given besides an option, {@code leading}. */
  void allowOnly(String leading, String... options) {
    List<String> others = others(leading, options);
    if (!others.isEmpty()) {
      throw new UsageException(
          String.join(", ", others)
              + (others.size() == 1 ? " is" : " are")
              + " not for "
              + leading
              + "; allowed besides it: "
              + String.join(", ", options));
    }
  }

  /** What was given besides an option, {@code leading}, and these. */
  List<String> others(String leading, String... options) {
    return names.stream()
        .filter(name -> !name.equals(leading) && !Arrays.asList(options).contains(name))
        .toList();
  }
}
