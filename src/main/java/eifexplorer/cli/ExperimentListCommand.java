package eifexplorer.cli;

import eifexplorer.experiment.ExperimentListing;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.workspace.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the experiments of a workspace. */
@Command(
    name = "list",
    header = "Lists a workspace's experiments, the newest first.",
    description =
        "Interrupted ones go on with: experiment resume RESULT --workspace DIR. Damaged ones are"
            + " named with the reason.")
final class ExperimentListCommand extends ExplorerCommand {
  private static final String UNREADABLE = "unreadable";

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
    ExperimentListing listing = explorer.experiments().list(workspace);
    if (json()) {
      List<Object> rows = new ArrayList<>(listing.experiments());
      listing.unreadable().forEach(damaged -> rows.add(row(damaged)));
      console().json(rows);
      return;
    }
    console().line("%-16s  %-16s %-12s %6s  %s", "result", "experiment", "state", "units", "model");
    for (StoredExperiment stored : listing.experiments()) {
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
    for (Unreadable damaged : listing.unreadable()) {
      console().line("%-16s  %s", damaged.id(), UNREADABLE);
      console().line("  %s", damaged.why());
    }
    if (!listing.unreadable().isEmpty()) {
      console()
          .line(
              "%d damaged; run them again with the same parameters.", listing.unreadable().size());
    }
  }

  private static Map<String, String> row(Unreadable damaged) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("result", damaged.id());
    row.put("state", UNREADABLE);
    row.put("message", damaged.why());
    return row;
  }
}
