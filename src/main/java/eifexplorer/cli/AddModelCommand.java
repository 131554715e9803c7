package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelFiles;
import eifexplorer.project.Explorer;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Adds a model that was trained elsewhere to a workspace. */
@Command(
    name = "add-model",
    header = "Adds a model that was trained elsewhere to a workspace.",
    description =
        "The features are extracted and retrieval is measured; the model becomes the workspace's"
            + " current one. A folder of the authors' (Epoch_40 with proxy.pth) is taken as it is.")
final class AddModelCommand extends ExplorerCommand {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Option(
      names = "--weights",
      paramLabel = "FILE|DIR",
      required = true,
      description =
          "Weights (.pth, .safetensors), a TorchScript program, an ONNX network (.onnx), an"
              + " embedding bundle (.npz), or a folder of the authors'.")
  private Path weights;

  @Option(
      names = "--head",
      paramLabel = "FILE",
      description = "The last linear layer, if the weights come without it.")
  private @Nullable Path head;

  @Option(
      names = "--proxies",
      paramLabel = "FILE",
      description =
          "The proxies (default: those in the weights or proxy.pth beside them, else some are"
              + " fitted).")
  private @Nullable Path proxies;

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description =
          "ProxyNCA_prob_orig or SoftTriple (default: what the folder's name says, else"
              + " ProxyNCA_prob_orig).")
  private @Nullable String lossType;

  @Option(
      names = "--features",
      paramLabel = "POOLING/NORM",
      description =
          "How features are made, such as average/plain (default: max/layernorm for models under"
              + " the authors' names; else token/plain for Vision Transformers, average/plain for"
              + " others).")
  private @Nullable String features;

  @Option(
      names = "--resize",
      paramLabel = "PIXELS",
      description =
          "Length that sides of images are resized to, 0 for none (default: what config.json or"
              + " preprocessor_config.json beside the weights says; else 288 for the authors'"
              + " models, 256 for others).")
  private @Nullable Integer resize;

  @Option(
      names = "--crop",
      paramLabel = "PIXELS",
      description =
          "Side of the square cut from the middle, 0 for none (default: what that file says; else"
              + " 256 for the authors' models, what they were trained with for Vision Transformers,"
              + " 224 for others).")
  private @Nullable Integer crop;

  @Option(
      names = "--preprocessing",
      paramLabel = "FIELDS",
      description = PreprocessingOptions.FIELDS)
  private @Nullable String preprocessing;

  @Option(
      names = "--output",
      paramLabel = "NAME",
      description =
          "The output of an ONNX network that is its features (default: the first that can be).")
  private @Nullable String output;

  AddModelCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    ModelFiles files =
        new ModelFiles(
            weights,
            Optional.ofNullable(head),
            Optional.ofNullable(proxies),
            Optional.ofNullable(lossType).map(LossSpec::named),
            Optional.ofNullable(features),
            PreprocessingOptions.whole(resize),
            PreprocessingOptions.whole(crop),
            Optional.ofNullable(preprocessing),
            Optional.ofNullable(output));
    ModelCard card = explorer.workspaces().add(workspace, files, progress);
    ModelPrinter.print(console(), json(), card, workspace);
  }
}
