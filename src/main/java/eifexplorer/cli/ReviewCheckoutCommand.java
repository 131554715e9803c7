package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Staging;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes to a label revision. */
@Command(
    name = "checkout",
    header = "Goes to a label revision.",
    description =
        "The workspace opens with its labels from then on; 0 is the data set's own. Decisions that"
            + " are not committed would be dropped, so it refuses unless told to.")
final class ReviewCheckoutCommand extends ExplorerCommand {
  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();

  @Parameters(paramLabel = "REVISION", description = "Its number.")
  private int revision;

  @Option(names = "--drop", description = "Drop decisions that are not committed.")
  private boolean drop;

  ReviewCheckoutCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    Optional<Revision> restored = explorer.reviews().restore(workspace.folder, revision);
    if (restored.isPresent()) {
      print(restored.get());
      return;
    }
    try (WorkspaceReview review = explorer.reviews().open(workspace.folder, true)) {
      Staging staging = review.desk().staging();
      if (!drop && !staging.isEmpty()) {
        throw new ProblemException(
            staging.changes().size() == 1
                ? "1 change is not committed"
                : staging.changes().size() + " changes are not committed",
            "",
            "Commit them, or give --drop.");
      }
      print(review.desk().checkout(revision));
    }
  }

  private void print(Revision gone) {
    if (json()) {
      console().json(Map.of("revision", gone.number(), "labels_differ", gone.labels().size()));
    } else {
      console().line("Revision %d: %s", gone.number(), gone.message());
    }
  }
}
