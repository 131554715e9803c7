package eifexplorer.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.QueueRow;
import eifexplorer.review.Reason;
import eifexplorer.review.journal.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the queue as the window shows it. */
@Command(
    name = "queue",
    header = "Lists the images to review in the order in which they are shown.",
    description =
        "Every tenth is a spot check, drawn at random rather than by the detectors: without those"
            + " nothing could be said of what remains. With import and status a script can"
            + " annotate.")
final class ReviewQueueCommand extends ExplorerCommand {
  private static final int SHOWN = 20;

  /** An image in the queue, as JSON has it. */
  private record Line(
      String path,
      String label,
      boolean decided,
      @JsonProperty("spot_check") boolean spotCheck,
      List<String> reasons) {}

  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();
  @Mixin private ReviewOrder order = new ReviewOrder();

  @Option(
      names = "--annotator",
      paramLabel = "NAME",
      description = "Whose decisions count as decided (default: anybody's).")
  private @Nullable String annotator;

  @Option(names = "--open", description = "List only what is not decided yet.")
  private boolean open;

  @Option(
      names = "--top",
      paramLabel = "K",
      description = "Images listed (default: " + SHOWN + ", with --json all; 0 for all).")
  private @Nullable Integer top;

  ReviewQueueCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    int most = most();
    try (ReviewOrder.Opened opened = order.open(explorer, workspace.folder, progress)) {
      List<Line> rows = new ArrayList<>();
      int left = 0;
      for (int place = 0; place < opened.queue().size(); place++) {
        Line row = row(opened, opened.queue().row(place));
        if (open && row.decided()) {
          continue;
        }
        if (rows.size() < most) {
          rows.add(row);
        } else {
          left++;
        }
      }
      if (json()) {
        console().json(Map.of("queue", rows));
      } else {
        print(rows, left);
      }
    }
  }

  private int most() {
    if (top != null && top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    int wanted = top == null ? json() ? 0 : SHOWN : top;
    return wanted == 0 ? Integer.MAX_VALUE : wanted;
  }

  private Line row(ReviewOrder.Opened opened, QueueRow of) {
    Decisions decisions = opened.desk().decisions();
    String path = of.sample().path();
    return new Line(
        path,
        opened.session().dataset().classOf(of.sample().label()).name(),
        annotator == null
            ? decisions.samples().contains(path)
            : decisions.of(annotator).containsKey(path),
        of.spotCheck(),
        opened.queue().reasons(of.trainIndex()).stream().map(Reason::chip).toList());
  }

  private void print(List<Line> rows, int left) {
    Table table = new Table("", "path", "label", "decided", "why");
    for (Line row : rows) {
      table.row(
          table.size() + 1,
          row.path(),
          row.label(),
          row.decided() ? "yes" : "no",
          (row.spotCheck() ? "spot check; " : "") + String.join(", ", row.reasons()));
    }
    table.print(console());
    if (left > 0) {
      console().note(Counted.of(left, "image") + " more; --top 0 lists all");
    }
  }
}
