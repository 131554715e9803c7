package eifexplorer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The paper's tables and curves; each experiment is a subcommand with its parameters as options. */
@Command(
    name = "experiment",
    header = "Runs the paper's tables and curves on a model, lists, shows and compares results.",
    description =
        "Results are kept in the workspace. A cancelled or killed experiment goes on when the same"
            + " command is given again.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CommandLine.HelpCommand.class)
final class ExperimentCommand implements Runnable {
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  private ExperimentCommand() {}

  /** The command with its subcommands. */
  static CommandLine line(CommandContext context) {
    CommandLine line = new CommandLine(new ExperimentCommand());
    context
        .registries()
        .experiments()
        .forEach(
            experiment ->
                line.addSubcommand(
                    experiment.id(), ExperimentRunCommand.line(context, experiment)));
    return line.addSubcommand(new ExperimentListCommand(context))
        .addSubcommand(new ExperimentShowCommand(context))
        .addSubcommand(new ExperimentResumeCommand(context))
        .addSubcommand(new ExperimentCompareCommand(context))
        .addSubcommand(new ExperimentReportCommand(context));
  }

  /** No subcommand was named. */
  @Override
  public void run() {
    throw new UsageException("Missing command; see: eif-explorer experiment --help");
  }
}
