package eifexplorer.cli;

import eifexplorer.job.JobCancelledException;
import eifexplorer.problem.GivenValueException;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.Reason;
import eifexplorer.workspace.NameEncoding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What failures print and which code they end with: sentences for a person on the error stream, and with {@code --json}
 * also {@code {"error": {"what", "where", "remedy"}}} where the result would have been.
 */
final class ErrorReport {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorReport.class);

  private final Console console;

  ErrorReport(Console console) {
    this.console = console;
  }

  /** Options that picocli did not understand. */
  int misread(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    console.note(String.valueOf(e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, console.err());
    if (command.getParent() == null
        && e instanceof UnmatchedArgumentException unmatched
        && unmatched.isUnknownOption()) {
      console.note("Options come after a command, for example: eif-explorer open WORKSPACE");
    }
    return usage(String.valueOf(e.getMessage()), command, List.of(arguments));
  }

  /** What went wrong in a command. */
  int failed(Exception e, CommandLine command, List<String> arguments) {
    if (e instanceof UsageException) {
      console.note(String.valueOf(e.getMessage()));
      return usage(String.valueOf(e.getMessage()), command, arguments);
    }
    if (e instanceof GivenValueException bad && isGiven(bad, arguments)) {
      console.note(String.valueOf(e.getMessage()));
      return end(bad.what(), bad.where(), bad.remedy(), arguments, ExitCode.USAGE);
    }
    if (e instanceof JobCancelledException) {
      String remedy =
          "What was done is kept; the same command goes on from there (train: with --resume).";
      console.note("Cancelled. " + remedy);
      return end("Cancelled", "", remedy, arguments, ExitCode.CANCELLED);
    }
    if (e instanceof ProblemException problem) {
      console.note(problem.getMessage());
      return end(problem.what(), problem.where(), problem.remedy(), arguments, ExitCode.FAILED);
    }
    Optional<String> name = NameEncoding.trouble(e);
    if (name.isPresent()) {
      console.note(name.get());
      return end(name.get(), "", "", arguments, ExitCode.FAILED);
    }
    LOG.error("Unexpected failure", e);
    String what = "Something unexpected went wrong (" + Reason.of(e) + "). Please report it";
    console.note(what + " with the lines above.");
    return end(what, "", "", arguments, ExitCode.FAILED);
  }

  private int usage(String message, CommandLine command, List<String> arguments) {
    String name = command.getCommandSpec().qualifiedName();
    console.note("See: " + name + " --help");
    return end(message, name, "See: " + name + " --help", arguments, ExitCode.USAGE);
  }

  /** Whether the wrong value stands on the command line, rather than in a file. */
  private static boolean isGiven(GivenValueException bad, List<String> arguments) {
    String value = bad.value();
    return arguments.stream()
            .map(argument -> argument.replaceFirst("^--[a-z-]+=", ""))
            .anyMatch(
                argument -> argument.equals(value) || argument.replaceAll("\\s", "").equals(value))
        || arguments.stream()
            .flatMap(argument -> Stream.of("[=,:\\s]", "[=,:]").map(argument::split))
            .flatMap(Arrays::stream)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .anyMatch(part -> part.equals(value) || isSameNumber(part, value));
  }

  private static boolean isSameNumber(String part, String value) {
    try {
      return Double.parseDouble(part) == Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private int end(String what, String where, String remedy, List<String> arguments, int code) {
    console.err().flush();
    if (arguments.contains("--json")) {
      Map<String, String> error = new LinkedHashMap<>();
      error.put("what", what);
      error.put("where", where);
      error.put("remedy", remedy);
      console.json(Map.of("error", error));
    }
    return code;
  }
}
