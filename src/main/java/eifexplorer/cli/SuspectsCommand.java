package eifexplorer.cli;

import eifexplorer.export.NamedRows;
import eifexplorer.export.OutputFormat;
import eifexplorer.export.SuspectRows;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.RelabelSuggestion;
import eifexplorer.review.suspect.RelabelSuggestions;
import eifexplorer.review.suspect.SuspectDetector;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionSuspects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the training images whose labels are most likely wrong. */
@Command(
    name = "suspects",
    header = "Lists the training images whose labels are most likely wrong.",
    description = {
      "The default order is noise-model's, whose scores a workspace keeps; where that would take"
          + " more than about a minute, as with tens of thousands of images, it is quick: the mean"
          + " rank of two label margins that leave the image out (centroid and ridge). Where the"
          + " wrong labels are known, it also prints how well every detector finds them.",
      "Detectors: quick, noise-model, discriminant, whitened, whitened-knn, centroid, ridge, knn,"
          + " loss, aum, tracin, out-of-fold, logistic, harmful, eif-group, duplicate,"
          + " near-duplicate; several with weights: centroid=2,knn=1. Influence (harmful,"
          + " eif-group) explains confusions; it is near chance at finding wrong labels."
    })
final class SuspectsCommand extends ExplorerCommand {
  /** Labels told of an image. */
  private static final int SUGGESTED = 5;

  @Mixin private ForceOption force = new ForceOption();

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      defaultValue = RankWeights.DEFAULT_ID,
      description = "What to sort by (default: ${DEFAULT-VALUE}).")
  private String detector;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "20",
      description = "Images listed (default: ${DEFAULT-VALUE}; 0 for all).")
  private int top;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all suspects, most suspect first, to a .csv or .json file.")
  private @Nullable Path out;

  SuspectsCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(out, OutputFormat.CSV, OutputFormat.JSON);
    RankWeights asked = Detectors.parse(detector);
    if (top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    ExplorerSession session = source.open(explorer, null, progress);
    force.outside(session);
    SuspectInputs inputs = explorer.reviews().suspects(session);
    RankWeights weights = DefaultOrder.resolve(asked, inputs);
    boolean measured = SessionSuspects.knownWrong(session).isPresent();
    Map<String, SuspectScores> scores =
        SuspectDetectors.run(
            measured
                ? SuspectDetectors.all().stream().map(SuspectDetector::id).toList()
                : weights.weights().keySet(),
            inputs,
            progress);
    SuspectScores order = weights.combine(scores);
    RelabelSuggestions suggestions = RelabelSuggestions.of(inputs, progress);
    SuspectRows rows = new SuspectRows(session.dataset(), scores);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("model", session.modelTitle());
    result.put("order", title(asked, weights));
    result.put("training_images", order.size());
    SessionSuspects.knownWrong(session)
        .ifPresent(
            wrong -> {
              Map<String, Object> detection = new LinkedHashMap<>();
              SessionSuspects.detection(scores, DefaultOrder.of(inputs), wrong)
                  .forEach((id, report) -> detection.put(id, report.asMap()));
              result.put("known_wrong", count(wrong));
              result.put("detection", detection);
              result.put("relabel_accuracy", SessionSuspects.relabelAccuracy(session, suggestions));
            });
    if (out != null) {
      NamedRows.of(ranked(order, 0, suggestions, rows::line)).write(out);
    }
    List<Map<String, Object>> shown = ranked(order, top, suggestions, rows::row);
    result.put("suspects", shown);
    print(result, shown);
  }

  private static String title(RankWeights asked, RankWeights order) {
    String text = order.equals(RankWeights.QUICK) ? RankWeights.QUICK_ID : order.toString();
    return asked.equals(RankWeights.DEFAULT) ? "default (" + text.replace("=1.0", "") + ")" : text;
  }

  private static int count(boolean[] wrong) {
    int count = 0;
    for (boolean is : wrong) {
      count += is ? 1 : 0;
    }
    return count;
  }

  private static List<Map<String, Object>> ranked(
      SuspectScores order,
      int most,
      RelabelSuggestions suggestions,
      BiFunction<Integer, RelabelSuggestion, Map<String, Object>> row) {
    int[] ranked = order.order();
    int shown = most == 0 ? ranked.length : Math.min(most, ranked.length);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int rank = 1; rank <= shown; rank++) {
      rows.add(row.apply(rank, suggestions.of(ranked[rank - 1], SUGGESTED)));
    }
    return rows;
  }

  private void print(Map<String, Object> result, List<Map<String, Object>> rows) {
    if (json()) {
      console().json(result);
      return;
    }
    console()
        .line("%d training images, order: %s", result.get("training_images"), result.get("order"));
    if (result.get("detection") instanceof Map<?, ?> detection) {
      console()
          .line(
              "%d labels are known to be wrong; how well they are found:",
              result.get("known_wrong"));
      console().line("  %-16s AUROC  av.prec  in 10 %%  in 20 %%", "detector");
      detection.forEach((id, of) -> printDetection(String.valueOf(id), (Map<?, ?>) of));
    }
    for (Map<String, Object> row : rows) {
      String suggested = String.valueOf(row.get("suggested"));
      console()
          .line(
              "%4d  %s  %s%s  %s",
              row.get("rank"),
              row.get("path"),
              row.get("label"),
              suggested.isEmpty() ? "" : " → " + suggested,
              ((Map<?, ?>) Objects.requireNonNull(row.get("reasons")))
                  .entrySet().stream()
                      .limit(3)
                      .map(reason -> reason.getKey() + " " + reason.getValue())
                      .collect(Collectors.joining(", ")));
    }
  }

  private void printDetection(String id, Map<?, ?> of) {
    console()
        .line(
            "  %-16s %5.3f  %7.3f  %7.3f  %7.3f",
            id,
            of.get("auroc"),
            of.get("average_precision"),
            of.get("found_at_10"),
            of.get("found_at_20"));
  }
}
