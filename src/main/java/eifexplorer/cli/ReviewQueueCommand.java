package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.QueueRow;
import eifexplorer.review.Reason;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.journal.Decisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
      List<Map<String, Object>> rows = new ArrayList<>();
      int left = 0;
      for (int place = 0; place < opened.queue().size(); place++) {
        Map<String, Object> row = row(opened, opened.queue().row(place));
        if (open && (Boolean) row.get("decided")) {
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

  private Map<String, Object> row(ReviewOrder.Opened opened, QueueRow of) {
    Decisions decisions = opened.desk().decisions();
    ReviewQueue queue = opened.queue();
    String path = of.sample().path();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("path", path);
    row.put("label", opened.session().dataset().classOf(of.sample().label()).name());
    row.put(
        "decided",
        annotator == null
            ? decisions.samples().contains(path)
            : decisions.of(annotator).containsKey(path));
    row.put("spot_check", of.spotCheck());
    row.put("reasons", queue.reasons(of.trainIndex()).stream().map(Reason::chip).toList());
    return row;
  }

  private void print(List<Map<String, Object>> rows, int left) {
    Table table = new Table("", "path", "label", "decided", "why");
    for (Map<String, Object> row : rows) {
      table.row(
          table.size() + 1,
          row.get("path"),
          row.get("label"),
          (Boolean) row.get("decided") ? "yes" : "no",
          ((Boolean) row.get("spot_check") ? "spot check; " : "")
              + String.join(
                  ", ", ((List<?>) row.get("reasons")).stream().map(String::valueOf).toList()));
    }
    table.print(console());
    if (left > 0) {
      console().note(Counted.of(left, "image") + " more; --top 0 lists all");
    }
  }
}
