package eifexplorer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is done with decided labels; each subcommand is a class of its own. */
@Command(
    name = "review",
    header = "Lists what to review; commits, exports, imports and compares corrected labels.",
    description =
        "Decisions are made in the window or imported; they are kept in the workspace's review"
            + " folder. A commit makes a label revision of them, which one can come back to. The"
            + " data set's own files are never changed.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CommandLine.HelpCommand.class)
final class ReviewCommand implements Runnable {
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  private ReviewCommand() {}

  /** The command with its subcommands. */
  static CommandLine line(CommandContext context) {
    return new CommandLine(new ReviewCommand())
        .addSubcommand(new ReviewQueueCommand(context))
        .addSubcommand(new ReviewStatusCommand(context))
        .addSubcommand(new ReviewDiffCommand(context))
        .addSubcommand(new ReviewCommitCommand(context))
        .addSubcommand(new ReviewRevisionsCommand(context))
        .addSubcommand(new ReviewCheckoutCommand(context))
        .addSubcommand(new ReviewExportCommand(context))
        .addSubcommand(new ReviewImportCommand(context))
        .addSubcommand(new ReviewRetrainCommand(context));
  }

  /** No subcommand was named. */
  @Override
  public void run() {
    throw new UsageException(
        "Missing command: queue, status, diff, commit, revisions, checkout, export, import or"
            + " retrain");
  }
}
