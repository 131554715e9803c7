package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands a model on. */
@Command(
    name = "export",
    header = "Hands a model on in files that Python reads.",
    description =
        "To a .npz file: an embedding bundle (features, labels, weight, bias, proxies). To a"
            + " folder: model.json, weights.safetensors and bundle.npz.")
final class ExportCommand extends ExplorerCommand {
  @Mixin private ForceOption force = new ForceOption();

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Option(
      names = "--model",
      paramLabel = "ID",
      defaultValue = "",
      description = "Which of its models (default: its current one).")
  private String model;

  @Option(
      names = "--out",
      paramLabel = "F.npz|DIR",
      required = true,
      description = "Where it goes.")
  private Path out;

  ExportCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(out);
    force.outside(Workspace.open(workspace));
    explorer.workspaces().export(workspace, model, out, progress);
    if (json()) {
      console().json(Map.of("out", out.toString()));
    } else {
      console().line("Written to %s", out);
    }
  }
}
