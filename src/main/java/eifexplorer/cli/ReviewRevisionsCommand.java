package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.revision.Revision;
import eifexplorer.workspace.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the label revisions. */
@Command(
    name = "revisions",
    header = "Lists the label revisions.",
    description =
        "Revision 0 is the data set's own labels; the current one, which the workspace opens with,"
            + " is marked with a star.")
final class ReviewRevisionsCommand extends ExplorerCommand {
  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();

  ReviewRevisionsCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    try (WorkspaceReview review = explorer.reviews().open(workspace.folder, false)) {
      int current = review.desk().current().number();
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Revision revision : review.desk().revisions()) {
        rows.add(row(revision, revision.number() == current));
      }
      List<Unreadable> damaged = review.desk().damagedRevisions();
      if (!damaged.isEmpty()) {
        console().note(Unreadable.sentence("revision", damaged));
      }
      if (json()) {
        console().json(rows);
        return;
      }
      for (Revision revision : review.desk().revisions()) {
        console()
            .line(
                "%s %3d  %4d labels differ  %s  %s",
                revision.number() == current ? "*" : " ",
                revision.number(),
                revision.labels().size(),
                revision.number() == 0 ? "" : revision.time(),
                revision.message());
      }
    }
  }

  private static Map<String, Object> row(Revision revision, boolean current) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("revision", revision.number());
    row.put("current", current);
    row.put("parent", revision.parent());
    row.put("message", revision.message());
    row.put("time", revision.number() == 0 ? "" : revision.time().toString());
    row.put("annotators", revision.annotators());
    row.put("changes", revision.changes().size());
    row.put("labels_differ", revision.labels().size());
    row.put("fingerprint", revision.fingerprint());
    return row;
  }
}
