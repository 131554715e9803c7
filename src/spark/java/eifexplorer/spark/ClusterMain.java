package eifexplorer.spark;

import eifexplorer.cli.Console;
import eifexplorer.cli.ExitCode;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point for {@code spark-submit}; each step of the work is a subcommand. */
@Command(
    name = "eif-explorer-spark",
    description = "Does on a cluster what outgrows one machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      FeaturesCommand.class,
      NeighboursCommand.class,
      SurveyCommand.class,
      SuspectsCommand.class
    })
public final class ClusterMain {
  private ClusterMain() {}

  /** Runs a subcommand; the exit code is one of {@link ExitCode}. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    int code = run(Console.standard(), arguments);
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }

  static int run(Console console, String... arguments) {
    CommandLine line = new CommandLine(new ClusterMain());
    line.setOut(console.out()).setErr(console.err());
    line.getSubcommands()
        .values()
        .forEach(sub -> ((ClusterCommand) sub.getCommand()).printTo(console));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
    line.setParameterExceptionHandler(
        (e, given) -> {
          console.note(String.valueOf(e.getMessage()));
          return ExitCode.USAGE;
        });
    return List.of(arguments).isEmpty() ? usage(line, console) : line.execute(arguments);
  }

  private static int usage(CommandLine line, Console console) {
    line.usage(console.err());
    return ExitCode.USAGE;
  }

  private static int failed(Console console, Exception e) throws Exception {
    if (e instanceof ProblemException problem) {
      console.note(problem.getMessage());
      return ExitCode.FAILED;
    }
    throw e;
  }
}
