package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.session.Explorer;
import eifexplorer.session.ModelCard;
import eifexplorer.session.TrainRequest;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model and puts it into a workspace. */
@Command(
    name = "train",
    header = "Trains a model and puts it into a workspace.",
    description =
        "With --frozen-backbone only the last linear layer and the proxies are trained, on features"
            + " computed once (seconds); otherwise the whole network. The model becomes the current"
            + " one of its workspace.")
final class TrainCommand extends ExplorerCommand {
  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private BackboneOptions backbone = new BackboneOptions();

  @Option(
      names = "--frozen-backbone",
      description = "Train head and proxies only, on cached features.")
  private boolean frozen;

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description =
          "ProxyNCA_prob_orig or SoftTriple (default: the configuration's, else"
              + " ProxyNCA_prob_orig).")
  private String lossType;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--config",
      paramLabel = "FILE.json",
      description = "Training settings (default: those in config/ for this kind of training).")
  private Path config;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace to make or add to.")
  private Path workspace;

  TrainCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if (!dataset.given()) {
      throw new UsageException("Missing option --dataset NAME");
    }
    TrainRequest request =
        new TrainRequest(
            workspace,
            dataset.reference(dataset.isDemo() ? explorer.demoImages() : null, seed),
            backbone.weights(),
            backbone.choice(),
            backbone.resize(),
            backbone.crop(),
            frozen,
            Optional.ofNullable(lossType).map(LossSpec::named),
            Optional.ofNullable(config),
            seed);
    ModelCard card = explorer.train(request, progress);
    ModelPrinter.print(console(), json(), card, workspace);
  }
}
