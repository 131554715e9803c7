package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.BetterOrder;
import eifexplorer.review.QueueEstimate;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.Staging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how far a review is. */
@Command(
    name = "status",
    header = "Says how far the review is: decided, wrong, and what likely remains.",
    description =
        "What remains is an estimate with its 90 %% range from all decisions and from spot checks"
            + " (see queue); it is not known before there are enough of them. It also says how"
            + " often each detector was right here, and whether another order would have found"
            + " more.")
final class ReviewStatusCommand extends ExplorerCommand {
  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();
  @Mixin private ReviewOrder order = new ReviewOrder();

  ReviewStatusCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    try (ReviewOrder.Opened opened = order.open(explorer, workspace.folder, progress)) {
      QueueEstimate estimate = opened.queue().estimate();
      if (json()) {
        console().json(values(opened, estimate));
      } else {
        print(opened, estimate);
      }
    }
  }

  private static Map<String, @Nullable Object> values(
      ReviewOrder.Opened opened, QueueEstimate estimate) {
    ReviewDesk desk = opened.desk();
    Staging staging = desk.staging();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("images", opened.session().dataset().train().size());
    values.put("decided", decided(desk).size());
    values.put("wrong", wrong(desk));
    values.put("remaining", remaining(estimate));
    values.put("undecided", estimate.undecided());
    values.put("spot_checks", estimate.spotChecks());
    Map<String, Integer> annotators = new LinkedHashMap<>();
    desk.decisions().byAnnotator().forEach((who, of) -> annotators.put(who, of.size()));
    values.put("annotators", annotators);
    values.put("conflicts", staging.conflicts().size());
    values.put("staged", staging.changes().size());
    values.put("precision", opened.queue().precision());
    values.put("better_order", opened.queue().betterOrder().orElse(null));
    return values;
  }

  private static List<String> decided(ReviewDesk desk) {
    return desk.decisions().samples().stream().filter(desk.originals()::containsKey).toList();
  }

  /** Images whose label differs from the data set's own by what was decided; those left out have no label. */
  private static long wrong(ReviewDesk desk) {
    Decisions decisions = desk.decisions();
    return decided(desk).stream()
        .filter(
            path -> {
              Optional<String> label = decisions.label(path);
              return label.isPresent()
                  && (label.get().isEmpty()
                      ? isOfNoClass(path, decisions)
                      : !label.get().equals(desk.originals().get(path)));
            })
        .count();
  }

  private static boolean isOfNoClass(String path, Decisions decisions) {
    return decisions.byAnnotator().values().stream()
        .map(of -> of.get(path))
        .anyMatch(entry -> entry != null && isOfNoClass(entry));
  }

  private static boolean isOfNoClass(JournalEntry entry) {
    return entry.kind() == DecisionKind.NONE;
  }

  /** Nulls while it is not known. */
  private static Map<String, @Nullable Object> remaining(QueueEstimate estimate) {
    boolean known = estimate.known();
    Map<String, @Nullable Object> remaining = new LinkedHashMap<>();
    remaining.put("estimate", known ? Math.round(estimate.expected()) : null);
    remaining.put("low", known ? estimate.low() : null);
    remaining.put("high", known ? estimate.high() : null);
    remaining.put("basis", known ? estimate.basis() : null);
    return remaining;
  }

  private void print(ReviewOrder.Opened opened, QueueEstimate estimate) {
    console()
        .line(
            "%d of %s decided, %d wrong",
            decided(opened.desk()).size(),
            Counted.of(opened.session().dataset().train().size(), "image"),
            wrong(opened.desk()));
    console()
        .line(
            estimate.known()
                ? "About %d remain (90 %% range %d to %d), from %s"
                : "What remains is not known yet; it takes spot checks in both halves of the"
                    + " queue",
            Math.round(estimate.expected()),
            estimate.low(),
            estimate.high(),
            estimate.basis());
    opened
        .queue()
        .precision()
        .forEach(
            (id, precision) -> {
              if (precision.answers() > 0) {
                console().line("%s: %s", id, precision.sentence());
              }
            });
    opened.queue().betterOrder().map(BetterOrder::sentence).ifPresent(s -> console().line("%s", s));
    if (!opened.desk().staging().conflicts().isEmpty()) {
      console()
          .line(
              "Annotators disagree about %s",
              Counted.of(opened.desk().staging().conflicts().size(), "image"));
    }
  }
}
