package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.LocatedImages;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells a workspace where its data set is now. */
@Command(
    name = "relocate",
    header = "Tells a workspace where its data set, or a bundle's images, are now.",
    description =
        "The images at the new place must be those the workspace was made with. The images of a"
            + " bundle's workspace are looked for by path and by file name.")
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
      description = "The data set's folder (csv: the file).")
  private @Nullable Path root;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "The folder of the images; for a workspace made of an embedding bundle.")
  private @Nullable Path images;

  RelocateCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if ((root == null) == (images == null)) {
      throw new UsageException("Give --root DIR, or --images DIR for a bundle's workspace");
    }
    if (images != null) {
      locate(explorer, images, progress);
    } else {
      relocate(explorer, Objects.requireNonNull(root), progress);
    }
  }

  private void locate(Explorer explorer, Path folder, JobContext progress) {
    LocatedImages located = explorer.workspaces().locateImages(workspace, folder, progress);
    if (json()) {
      console()
          .json(
              Map.of(
                  "workspace", workspace.toString(),
                  "images", folder.toAbsolutePath().normalize().toString(),
                  "found", located.found(),
                  "samples", located.total()));
    } else {
      console().line("%s", located.sentence());
    }
  }

  private void relocate(Explorer explorer, Path root, JobContext progress) {
    explorer.workspaces().relocate(workspace, root, progress);
    Path absolute = root.toAbsolutePath().normalize();
    if (json()) {
      console().json(Map.of("workspace", workspace.toString(), "root", absolute.toString()));
    } else {
      console().line("The data set of %s is in %s", workspace, absolute);
    }
  }
}
