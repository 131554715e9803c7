package eifexplorer.cli;

import eifexplorer.workspace.NameEncoding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
    CommandLine line = line(context);
    return line.execute(OpenCommand.named(line.getSubcommands()::containsKey, arguments));
  }

  /** All commands. */
  static CommandLine line(CommandContext context) {
    Console console = context.console();
    CommandLine line = new CommandLine(new EifExplorerCommand());
    line.addSubcommand(new OpenCommand(context));
    line.addSubcommand(new DemoCommand(context));
    line.addSubcommand(new TrainCommand(context));
    line.addSubcommand(new RunsCommand(context));
    line.addSubcommand(new ExportCommand(context));
    line.addSubcommand(new EvaluateCommand(context));
    line.addSubcommand(new ConfusionsCommand(context));
    line.addSubcommand(new DiffCommand(context));
    line.addSubcommand(InfluenceCommand.line(context));
    line.addSubcommand(CardCommand.line(context));
    line.addSubcommand(new CulpritsCommand(context));
    line.addSubcommand(new ProjectCommand(context));
    line.addSubcommand(new SuspectsCommand(context));
    line.addSubcommand(new DuplicatesCommand(context));
    line.addSubcommand(new PresentCommand(context));
    line.addSubcommand(ReviewCommand.line(context));
    line.addSubcommand(ExperimentCommand.line(context));
    line.addSubcommand(new ModelsCommand(context));
    line.addSubcommand(new ImportCommand(context));
    line.addSubcommand(new AddModelCommand(context));
    line.addSubcommand(new RelocateCommand(context));
    line.addSubcommand(new DoctorCommand(context));
    line.addSubcommand(
        new CommandLine(new BenchmarkCommand())
            .addSubcommand(new BenchmarkInfluenceCommand(context))
            .addSubcommand(new BenchmarkNetworkCommand(context))
            .addSubcommand(new BenchmarkNeighboursCommand(context))
            .addSubcommand(new BenchmarkGalleryCommand(context))
            .addSubcommand(new BenchmarkMapCommand(context)));
    IVersionProvider versions = () -> new String[] {"EIF Explorer " + context.version()};
    line.getCommandSpec().versionProvider(versions);
    line.registerConverter(Path.class, EifExplorerCommand::path);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setUsageHelpAutoWidth(true);
    line.setDefaultValueProvider(new ChosenDefaults(context.defaults()));
    ErrorReport errors = new ErrorReport(console);
    line.setParameterExceptionHandler(errors::misread);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> errors.failed(e, command, line.getParseResult().originalArgs()));
    return line;
  }

  private static Path path(String text) {
    // A shell's variable that is not set, more often than the folder one is in.
    if (text.isBlank()) {
      throw new TypeConversionException("it is empty; the folder you are in is .");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(NameEncoding.trouble(e).orElseThrow());
    }
  }

  /** No command was named. */
  @Override
  public void run() {
    throw new UsageException("Missing command");
  }
}
