package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.journal.Agreement;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JointAgreement;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.Staging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what a commit would write. */
@Command(
    name = "diff",
    header = "Shows what was decided since the current label revision.",
    description =
        "Moves between classes, images left out, images about which annotators disagree (they stay"
            + " as they are until that is resolved), Cohen's kappa of every two annotators,"
            + " and Krippendorff's alpha of three or more. More than half of three or more decide.")
final class ReviewDiffCommand extends ExplorerCommand {
  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();

  ReviewDiffCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    try (WorkspaceReview review = explorer.reviews().open(workspace.folder, false)) {
      Staging staging = review.desk().staging();
      Decisions decisions = review.desk().decisions();
      if (json()) {
        console().json(values(staging, decisions));
      } else {
        print(staging, decisions);
      }
    }
  }

  private static Map<String, @Nullable Object> values(Staging staging, Decisions decisions) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("revision", staging.current().number());
    values.put("relabelled", staging.relabelled());
    values.put("excluded", staging.excluded());
    values.put("moves", staging.moves());
    values.put("changes", staging.changes());
    values.put("conflicts", staging.conflicts());
    values.put("agreement", Agreement.all(decisions));
    values.put("joint_agreement", JointAgreement.of(decisions).orElse(null));
    return values;
  }

  private void print(Staging staging, Decisions decisions) {
    console()
        .line(
            "%s since revision %d: %d relabelled, %d left out",
            Counted.of(staging.changes().size(), "change"),
            staging.current().number(),
            staging.relabelled(),
            staging.excluded());
    for (Staging.Move move : staging.moves()) {
      console().line("%6d  %s → %s", move.count(), named(move.from()), named(move.to()));
    }
    for (Decisions.Conflict conflict : staging.conflicts()) {
      console().line("conflict  %s  %s", conflict.sample(), said(conflict.claims()));
    }
    for (Agreement agreement : Agreement.all(decisions)) {
      console()
          .line(
              "kappa %.2f (%.2f to %.2f) of %s and %s on %s",
              agreement.kappa(),
              agreement.low(),
              agreement.high(),
              agreement.first(),
              agreement.second(),
              Counted.of(agreement.images(), "image"));
    }
    JointAgreement.of(decisions)
        .ifPresent(
            joint ->
                console()
                    .line(
                        "Krippendorff's alpha %.2f of %s on %s, %d of them with one label",
                        joint.alpha(),
                        Counted.of(joint.annotators(), "annotator"),
                        Counted.of(joint.images(), "image"),
                        joint.unanimous()));
  }

  private static String said(List<JournalEntry> claims) {
    return claims.stream()
        .map(entry -> entry.annotator() + ": " + named(entry.after()))
        .collect(Collectors.joining(", "));
  }

  private static String named(String className) {
    return className.isEmpty() ? "left out" : className;
  }
}
