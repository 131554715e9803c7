package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells a workspace where its data set is now. */
@Command(
    name = "relocate",
    header = "Tells a workspace where its data set is now.",
    description = "The images at the new place must be those the workspace was made with.")
final class RelocateCommand extends ExplorerCommand {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      required = true,
      description = "The data set's folder (csv: the file).")
  private Path root;

  RelocateCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    explorer.workspaces().relocate(workspace, root, progress);
    Path absolute = root.toAbsolutePath().normalize();
    if (json()) {
      console().json(Map.of("workspace", workspace.toString(), "root", absolute.toString()));
    } else {
      console().line("The data set of %s is in %s", workspace, absolute);
    }
  }
}
