package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a result that is kept. */
@Command(name = "show", header = "Prints a result's tables.")
final class ExperimentShowCommand extends ExplorerCommand {
  @Parameters(paramLabel = "RESULT", description = "Its name in the list, or the beginning of it.")
  private String result;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Mixin private RowsOption rows = new RowsOption();

  ExperimentShowCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    new ResultPrinter(console(), rows.count())
        .print(explorer.experiments().result(workspace, result), json());
  }
}
