package eifexplorer.cli;

import eifexplorer.experiment.StoredExperiment;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the experiments of a workspace. */
@Command(
    name = "list",
    header = "Lists a workspace's experiments, the newest first.",
    description = "Interrupted ones go on with: experiment resume RESULT --workspace DIR.")
final class ExperimentListCommand extends ExplorerCommand {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  ExperimentListCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    List<StoredExperiment> all = explorer.experiments().list(workspace);
    if (json()) {
      console().json(all);
      return;
    }
    console().line("%-16s  %-16s %-12s %6s  %s", "result", "experiment", "state", "units", "model");
    for (StoredExperiment stored : all) {
      console()
          .line(
              "%-16s  %-16s %-12s %6d  %s (%s)",
              stored.run().fingerprint(),
              stored.run().experiment(),
              stored.isFinished() ? "finished" : "interrupted",
              stored.units(),
              stored.run().modelTitle(),
              stored.run().model());
      console().line("  %s", stored.run().parameters());
    }
  }
}
