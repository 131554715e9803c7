package eifexplorer.cli;

import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.job.JobContext;
import eifexplorer.project.ExperimentService;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with an interrupted experiment. */
@Command(
    name = "resume",
    header = "Goes on with an interrupted experiment, on the model it was begun with.",
    description = "Refused if that model's weights or labels have changed since.")
final class ExperimentResumeCommand extends ExplorerCommand {
  @Parameters(paramLabel = "RESULT", description = "Its name in the list, or the beginning of it.")
  private String result;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Another of the workspace's models (default: the one it was begun with).")
  private @Nullable String model;

  @Mixin private RowsOption rows = new RowsOption();

  ExperimentResumeCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    ExperimentService experiments = explorer.experiments();
    StoredExperiment stored = experiments.find(workspace, result);
    ExplorerSession session =
        explorer
            .sessions()
            .openWorkspace(workspace, model == null ? stored.run().model() : model, progress);
    new ResultPrinter(console(), rows.count())
        .print(experiments.resume(session, stored, ExperimentObserver.NONE, progress), json());
  }
}
