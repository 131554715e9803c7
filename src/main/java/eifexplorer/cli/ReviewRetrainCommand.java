package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.retrain.HeadComparison;
import eifexplorer.retrain.HeadComparison.Change;
import eifexplorer.retrain.HeadComparison.PairChange;
import eifexplorer.retrain.HeadComparison.Spread;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains heads with the labels of two revisions and compares them. */
@Command(
    name = "retrain",
    header = "Trains with the labels of two revisions and compares the models.",
    description =
        "Heads on the model's cached features, with the same seeds: recall@1, MAP@R and NMI, and"
            + " distance and rank of the model's confused pairs, before and after, with their"
            + " spread over the seeds. The first seed's head with the newer labels becomes the"
            + " workspace's current model unless that one's recall@1 is higher; its provenance"
            + " names the revision. With --network the whole network is trained again instead, and"
            + " becomes current under the same condition.")
final class ReviewRetrainCommand extends ExplorerCommand {
  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "The newer labels (default: the current revision).")
  private @Nullable Integer revision;

  @Option(
      names = "--against",
      paramLabel = "N",
      defaultValue = "0",
      description = "The older labels (default: ${DEFAULT-VALUE}, the data set's own).")
  private int against;

  @Option(
      names = "--model",
      paramLabel = "ID",
      defaultValue = "",
      description = "Whose features and confused pairs (default: the current model's).")
  private String model;

  @Option(
      names = "--seeds",
      paramLabel = "K",
      defaultValue = "3",
      description = "How many seeds (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--network",
      description =
          "Train the whole network, by the run that made the model, from the same weights and with"
              + " the same plan and seed, on the newer labels; compared with the model as it is."
              + " --against and --seeds are for heads.")
  private boolean network;

  @Option(
      names = "--top",
      paramLabel = "K",
      description = "Pairs printed (default: 10, with --json all; 0 for all).")
  private @Nullable Integer top;

  ReviewRetrainCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if (top != null && top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    int wanted = revision == null ? explorer.reviews().currentLabels(workspace.folder) : revision;
    HeadComparison comparison =
        network
            ? explorer.reviews().retrainNetwork(workspace.folder, model, wanted, progress)
            : explorer.reviews().retrain(workspace.folder, model, against, wanted, seeds, progress);
    if (json()) {
      console()
          .json(
              comparison.withPairs(
                  comparison.pairs().subList(0, shown(comparison.pairs().size(), 0))));
    } else {
      print(comparison);
    }
  }

  private int shown(int all, int usual) {
    int most = top == null ? usual : top;
    return most == 0 ? all : Math.min(most, all);
  }

  private void print(HeadComparison comparison) {
    console()
        .line(
            "Labels of revision %d → %d (%d changed), %d seed%s; model %s",
            comparison.before(),
            comparison.after(),
            comparison.labelsChanged(),
            comparison.seeds(),
            comparison.seeds() == 1 ? "" : "s",
            comparison.model());
    boolean spread = comparison.seeds() > 1;
    for (Map.Entry<String, Change> metric : comparison.metrics().entrySet()) {
      console().line("  %-12s %s", metric.getKey(), text(metric.getValue(), "%.4f", spread));
    }
    console()
        .line(
            "Confused pairs: distance, and rank of the second image among the first's neighbours");
    for (PairChange pair : comparison.pairs().subList(0, shown(comparison.pairs().size(), 10))) {
      console()
          .line(
              "  %5d,%-5d  %s  |  rank %s",
              pair.pair().wrong(),
              pair.pair().confusedWith(),
              text(pair.distance(), "%.3f", spread),
              text(pair.rank(), "%.1f", spread));
    }
  }

  private static String text(Change change, String format, boolean spread) {
    return text(change.before(), format, spread)
        + " → "
        + text(change.after(), format, spread)
        + " ("
        + (change.difference().mean() < 0 ? "" : "+")
        + text(change.difference(), format, spread)
        + ")";
  }

  /** One seed has no spread. */
  private static String text(Spread value, String format, boolean spread) {
    String mean = String.format(Locale.ROOT, format, value.mean());
    return spread ? mean + String.format(Locale.ROOT, " ± " + format, value.deviation()) : mean;
  }
}
