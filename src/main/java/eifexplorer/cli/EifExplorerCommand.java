package eifexplorer.cli;

import eifexplorer.job.JobCancelledException;
import eifexplorer.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command line's root: which commands there are, and what failures print. */
@Command(
    name = "eif-explorer",
    description =
        "Shows why a deep-metric-learning model confuses two images: the training images that keep"
            + " them close (harmful) and those that push them apart (helpful). Without a command:"
            + " the window.",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled.",
      "Example: eif-explorer demo"
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CommandLine.HelpCommand.class)
public final class EifExplorerCommand implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(EifExplorerCommand.class);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean version;

  private EifExplorerCommand() {}

  /**
   * Runs a command.
   *
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(CommandContext context, String... arguments) {
    return line(context).execute(arguments);
  }

  /** All commands. */
  static CommandLine line(CommandContext context) {
    Console console = context.console();
    CommandLine line = new CommandLine(new EifExplorerCommand());
    line.addSubcommand(new DemoCommand(context));
    line.addSubcommand(new TrainCommand(context));
    line.addSubcommand(new RunsCommand(context));
    line.addSubcommand(new ExportCommand(context));
    line.addSubcommand(new EvaluateCommand(context));
    line.addSubcommand(new ConfusionsCommand(context));
    line.addSubcommand(InfluenceCommand.line(context));
    line.addSubcommand(new SuspectsCommand(context));
    line.addSubcommand(ReviewCommand.line(context));
    line.addSubcommand(ExperimentCommand.line(context));
    line.addSubcommand(new AddModelCommand(context));
    line.addSubcommand(new RelocateCommand(context));
    line.addSubcommand(new DoctorCommand(context));
    line.addSubcommand(
        new CommandLine(new BenchmarkCommand())
            .addSubcommand(new BenchmarkInfluenceCommand(context))
            .addSubcommand(new BenchmarkGalleryCommand(context)));
    IVersionProvider versions = () -> new String[] {"EIF Explorer " + context.version()};
    line.getCommandSpec().versionProvider(versions);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler((e, command, parsed) -> report(e, command, console));
    return line;
  }

  private static int report(Exception e, CommandLine command, Console console) {
    int code;
    if (e instanceof UsageException) {
      console.err().println(e.getMessage());
      console.err().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
      code = ExitCode.USAGE;
    } else if (e instanceof JobCancelledException) {
      console
          .err()
          .println(
              "Cancelled. What was done is kept; the same command goes on from there (train: with"
                  + " --resume).");
      code = ExitCode.CANCELLED;
    } else if (e instanceof ProblemException) {
      console.err().println(e.getMessage());
      code = ExitCode.FAILED;
    } else {
      console.err().println("Something unexpected went wrong: " + e);
      LOG.error("Unexpected failure", e);
      code = ExitCode.FAILED;
    }
    console.err().flush();
    return code;
  }

  /** No command was named. */
  @Override
  public void run() {
    throw new UsageException("Missing command");
  }
}
