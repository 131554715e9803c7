package eifexplorer.cli;

import eifexplorer.experiment.ResultComparison;
import eifexplorer.job.JobContext;
import eifexplorer.project.ExperimentService;
import eifexplorer.project.Explorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets two results of an experiment side by side. */
@Command(
    name = "compare",
    header = "Sets two results of an experiment side by side.",
    description =
        "They may be of other models, losses, labels or parameters; it says which differ.")
final class ExperimentCompareCommand extends ExplorerCommand {
  @Parameters(index = "0", paramLabel = "RESULT", description = "The one.")
  private String first;

  @Parameters(index = "1", paramLabel = "RESULT", description = "The other.")
  private String second;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace of the first.")
  private Path workspace;

  @Option(
      names = "--other-workspace",
      paramLabel = "DIR",
      description = "The workspace of the second (default: the same).")
  private @Nullable Path other;

  @Mixin private RowsOption rows = new RowsOption();

  ExperimentCompareCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    ExperimentService experiments = explorer.experiments();
    ResultComparison comparison =
        ResultComparison.of(
            experiments.result(workspace, first),
            experiments.result(other == null ? workspace : other, second));
    new ResultPrinter(console(), rows.count()).print(comparison, json());
  }
}
