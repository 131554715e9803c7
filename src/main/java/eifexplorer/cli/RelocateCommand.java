package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.RelocationFinding;
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      description = "The data set's folder (csv: the file); default: where it was.")
  private @Nullable Path root;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description =
          "The folder a csv file's or a bundle's images lie in; default: where they were.")
  private @Nullable Path images;

  @Option(
      names = "--follow-links",
      description = "From now on read links that lead out of the data set's folder too.")
  private boolean followLinks;

  RelocateCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if (root == null && images == null && !followLinks) {
      throw new UsageException("Give the data set's folder as --root, its images' as --images.");
    }
    DatasetPlace before = Workspace.open(workspace).manifest().dataset().place();
    DatasetPlace place =
        new DatasetPlace(
            root == null ? before.root() : root,
            Optional.ofNullable(images).or(before::images),
            followLinks || before.followLinks());
    RelocationFinding found = explorer.workspaces().relocate(workspace, place, progress);
    if (json()) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("workspace", workspace.toString());
      said.put("root", place.root().toString());
      said.put("images_found", found.samples() - found.missing().size());
      place.images().ifPresent(folder -> said.put("images", folder.toString()));
      console().json(said);
    } else {
      console().line("%s", found.sentence());
      if (!found.bundle()) {
        console().line("The data set of %s is in %s", workspace, place.root());
      }
      place.images().ifPresent(folder -> console().line("Its images are in %s", folder));
    }
  }
}
