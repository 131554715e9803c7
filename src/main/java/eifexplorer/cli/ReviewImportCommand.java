package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.exchange.DecisionFormats;
import eifexplorer.review.journal.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes decisions from a CSV file. */
@Command(
    name = "import",
    header = "Takes decisions from a file into the journal.",
    description =
        "A CSV file, or what Label Studio (JSON), FiftyOne (JSON of samples), cleanlab (CSV) or an"
            + " imagefolder (metadata.jsonl) wrote, which is seen from the content. Of a CSV file"
            + " the first line names the columns path and new or note, and perhaps old, reason,"
            + " annotator and time. An empty new leaves the image out; the label it has already"
            + " keeps it. Lines with unknown images or classes are listed, and then nothing is"
            + " imported. See the result with diff.")
final class ReviewImportCommand extends ExplorerCommand {
  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(
      names = "--annotator",
      paramLabel = "NAME",
      defaultValue = "import",
      description =
          "Whose decisions they are where the file does not say (default: ${DEFAULT-VALUE}).")
  private String annotator;

  ReviewImportCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    try (WorkspaceReview review = explorer.reviews().open(workspace.folder, true)) {
      List<JournalEntry> entries =
          DecisionFormats.read(file, review.dataset(), review.desk(), annotator, console()::note);
      review.desk().journal().takeOver(entries);
      int decisions = (int) entries.stream().filter(entry -> entry.kind().isDecision()).count();
      int notes = entries.size() - decisions;
      int staged = review.desk().staging().changes().size();
      if (json()) {
        console().json(Map.of("decisions", decisions, "notes", notes, "staged", staged));
      } else {
        console()
            .line(
                "%s%s imported, %s staged",
                Counted.of(decisions, "decision"),
                notes == 0 ? "" : " and " + Counted.of(notes, "note"),
                Counted.of(staged, "change"));
      }
    }
  }
}
