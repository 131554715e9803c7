package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.revision.Revision;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a label revision of what was decided. */
@Command(
    name = "commit",
    header = "Makes a label revision of what was decided.",
    description =
        "The workspace opens with its labels from then on. Images about which annotators disagree"
            + " are left as they are.")
final class ReviewCommitCommand extends ExplorerCommand {
  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      required = true,
      description = "What was done, in a few words.")
  private String message;

  ReviewCommitCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    try (WorkspaceReview review = explorer.reviews().open(workspace.folder, true)) {
      Revision revision = review.desk().commit(message);
      if (json()) {
        console()
            .json(
                Map.of(
                    "revision", revision.number(),
                    "changes", revision.changes().size(),
                    "fingerprint", revision.fingerprint()));
      } else {
        console()
            .line(
                "Revision %d: %s",
                revision.number(), Counted.of(revision.changes().size(), "change"));
      }
    }
  }
}
