package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.ModelStore;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a workspace of an embedding bundle. */
@Command(
    name = "import",
    header = "Makes a workspace of an embedding bundle.",
    description =
        "Features and labels are enough (.npz, a folder of .npy, .safetensors, a dictionary or"
            + " tuple of tensors from torch.save, .csv). Without a head the features are the"
            + " embeddings; without proxies some are fitted.")
final class ImportCommand extends ExplorerCommand {
  @Option(
      names = "--bundle",
      paramLabel = "FILE|DIR",
      required = true,
      description = "The embedding bundle.")
  private Path bundle;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The new workspace, an empty or a new folder.")
  private Path workspace;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "The folder its images are looked for in, by path and by file name.")
  private @Nullable Path images;

  @Option(
      names = "--follow-links",
      description = "Follow links that lead out of the images' folder too.")
  private boolean followLinks;

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description =
          "What it was trained with, or its proxies are fitted by (default: ProxyNCA_prob_orig).")
  private @Nullable String lossType;

  @Mixin private BundleForm form = new BundleForm();

  ImportCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    BundleOptions options =
        form.options(lossType == null ? null : LossSpec.named(lossType))
            .withImages(Optional.ofNullable(images))
            .withFollowLinks(followLinks);
    ExplorerSession session =
        explorer
            .sessions()
            .importBundle(new BundleImport.Request(workspace, bundle, options), progress);
    Workspace made = session.workspace().orElseThrow();
    ModelPrinter.print(console(), json(), new ModelStore(made).current(), workspace);
  }
}
