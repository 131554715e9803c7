package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.UnknownLossException;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What is explored: a workspace or an embedding bundle. */
final class SourceOptions {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "A workspace made by train or demo.")
  @Nullable Path workspace;

  @Option(
      names = "--bundle",
      paramLabel = "FILE|DIR",
      description =
          "An embedding bundle: features and labels, perhaps weight, bias and proxies (.npz, a"
              + " folder of .npy, .safetensors, a file of torch.save, .csv).")
  @Nullable Path bundle;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Which of the workspace's models (default: its current one).")
  private @Nullable String model;

  @Option(
      names = "--gallery",
      description =
          "In-Shop: look for a query's nearest neighbour in the gallery (default: among queries and"
              + " gallery).")
  private boolean gallery;

  @Mixin private BundleForm form = new BundleForm();

  /** Throws {@link UsageException} for options of a workspace with a bundle, or the other way round. */
  static void check(CommandSpec command, GivenOptions options) {
    if (command.findOption("--bundle") == null) {
      return;
    }
    boolean bundle = options.any("--bundle", "--with-bundle");
    options.require(bundle, "--bundle FILE", BundleForm.NAMES);
    options.require(options.any("--workspace") || !bundle, "--workspace DIR", "--model");
  }

  boolean given() {
    return workspace != null || bundle != null;
  }

  /**
   * Opens it.
   *
   * @param loss what a bundle's model was trained with; null for the usual one
   */
  ExplorerSession open(Explorer explorer, @Nullable LossSpec loss, JobContext progress) {
    return open(explorer, form.options(loss), progress);
  }

  /**
   * The same for what rests on the loss.
   *
   * @param lossType the loss's name; null if it was not given, which a bundle with proxies of its own can't do without
   */
  ExplorerSession openWithLoss(Explorer explorer, @Nullable String lossType, JobContext progress) {
    @Nullable LossSpec loss = lossType == null ? null : LossSpec.named(lossType);
    try {
      return open(explorer, form.options(loss).withLossMatters(true), progress);
    } catch (UnknownLossException e) {
      throw new UsageException(
          "Missing option --loss-type: a bundle with proxies of its own does not say what its model"
              + " was trained with");
    }
  }

  private ExplorerSession open(Explorer explorer, BundleOptions options, JobContext progress) {
    ExplorerSession session = openPool(explorer, options, progress);
    return gallery ? explorer.sessions().inGallery(session, progress) : session;
  }

  private ExplorerSession openPool(Explorer explorer, BundleOptions options, JobContext progress) {
    if (workspace != null && bundle != null) {
      throw new UsageException("Give --workspace or --bundle, not both");
    }
    if (workspace != null) {
      return explorer.sessions().openWorkspace(workspace, model == null ? "" : model, progress);
    }
    if (bundle != null) {
      return explorer.sessions().openBundle(bundle, options, progress);
    }
    throw new UsageException("Missing option --workspace DIR or --bundle FILE");
  }
}
