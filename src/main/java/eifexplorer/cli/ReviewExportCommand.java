package eifexplorer.cli;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.export.ExportTarget;
import eifexplorer.export.LabelFiles;
import eifexplorer.export.PageLanguage;
import eifexplorer.export.ReviewReport;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.exchange.DecidedImages;
import eifexplorer.review.exchange.DecisionFormat;
import eifexplorer.review.exchange.DecisionFormats;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.revision.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a revision's labels. */
@Command(
    name = "export",
    header = "Writes the labels of a revision.",
    description = {
      "csv: the corrections, who decided them and how. decisions: what every annotator said of"
          + " every image, notes included, committed or not. json: the whole revision. html: a"
          + " report with thumbnails in one file. dataset: a new folder with image_class_labels.txt"
          + " for CUB-200-2011, labels.csv for others. folders: a new folder with a folder for each"
          + " class, links to the images in it.",
      "label-studio, fiftyone, cleanlab, imagefolder: who said what of every image that was decided"
          + " about, committed or not, for those programs; import reads them back.",
      "Nothing is ever written into the data set's own folder."
    })
final class ReviewExportCommand extends ExplorerCommand {
  private static final List<String> FOLDERS = List.of("dataset", "folders");
  private static final List<String> FORMATS =
      Stream.concat(
              Stream.of("csv", "decisions", "json", "html", "dataset", "folders"),
              DecisionFormats.all().stream().map(DecisionFormat::id))
          .toList();

  @Mixin private ForceOption force = new ForceOption();

  @Mixin private ReviewWorkspace workspace = new ReviewWorkspace();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      required = true,
      description =
          "csv, decisions, json, html, dataset, folders; for other programs label-studio, fiftyone,"
              + " cleanlab, imagefolder.")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      required = true,
      description = "The file, or the new folder.")
  private Path out;

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "Which label revision (default: the current one).")
  private @Nullable Integer revision;

  @Option(names = "--copies", description = "folders: copy the images rather than link to them.")
  private boolean copies;

  ReviewExportCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if (!FORMATS.contains(format)) {
      throw UsageException.unknown("--format", format, FORMATS);
    }
    if (FOLDERS.contains(format)) {
      force.check(out);
    } else {
      force.checkFile(out);
    }
    try (WorkspaceReview review = explorer.reviews().open(workspace.folder, false)) {
      ExportTarget.outside(out, review.dataset().root());
      Revision wanted =
          revision == null ? review.desk().current() : review.desk().revision(revision);
      ImageDataset corrected = wanted.corrections().applyTo(review.dataset());
      switch (format) {
        case "csv" -> LabelFiles.csv(out, wanted);
        case "decisions" -> LabelFiles.decisions(out, decisions(review.desk(), wanted));
        case "json" -> LabelFiles.json(out, wanted);
        case "html" -> report(explorer, review, wanted, progress);
        case "dataset" -> LabelFiles.dataset(out, corrected, wanted);
        case "folders" -> {
          corrected
              .train()
              .forEach(sample -> corrected.file(sample).ifPresent(explorer.demo()::ensure));
          List<Sample> leftOut = LabelFiles.classFolders(out, corrected, wanted, copies);
          if (!leftOut.isEmpty()) {
            console()
                .note(
                    Counted.of(leftOut.size(), "image has", "images have")
                        + " no file, such as "
                        + leftOut.get(0).path()
                        + "; left_out.csv lists them, relocate --images DIR says where they are");
          }
        }
        default -> exchange(review.desk(), wanted);
      }
      boolean asDecided =
          revision == null
              && !List.of("csv", "json", "html", "dataset", "folders").contains(format);
      int staged = asDecided ? 0 : review.desk().staging().changes().size();
      if (staged > 0) {
        console()
            .note(
                Counted.of(staged, "change is", "changes are")
                    + " not committed and not in it; review commit makes a revision of them");
      }
      if (json()) {
        console()
            .json(
                Map.of(
                    "revision", wanted.number(),
                    "out", out.toString(),
                    "not_committed", staged));
      } else {
        console()
            .line(
                "%s → %s", asDecided ? "What is decided now" : "Revision " + wanted.number(), out);
      }
    }
  }

  private Decisions decisions(ReviewDesk desk, Revision wanted) {
    return revision == null ? desk.decisions() : Decisions.of(wanted.decisions());
  }

  /** For another program: what is decided now, or was in a revision that was named. */
  private void exchange(ReviewDesk desk, Revision wanted) {
    DecidedImages images = DecidedImages.of(decisions(desk, wanted), desk.originals());
    DecisionFormats.byId(format).write(out, images);
    if (images.leftOut() > 0) {
      console()
          .note(
              Counted.of(images.leftOut(), "image")
                  + " of which nobody is sure, or not of this data set, not in it");
    }
  }

  private void report(
      Explorer explorer, WorkspaceReview review, Revision wanted, JobContext progress) {
    ReviewReport.write(
        out,
        workspace.folder.toAbsolutePath().normalize().getFileName().toString(),
        wanted,
        review.dataset(),
        copies(explorer, progress),
        explorer.reviews().thumbnails(review.dataset()),
        PageLanguage.ENGLISH);
  }

  /**
   * Those that were found before, among all images or among those the revision that is checked out keeps; without a model
   * nobody can have looked.
   */
  private Optional<Copies> copies(Explorer explorer, JobContext progress) {
    try {
      return explorer
          .copies()
          .kept(explorer.sessions().openWorkspace(workspace.folder, "", 0, progress))
          .or(
              () ->
                  explorer
                      .copies()
                      .kept(explorer.sessions().openWorkspace(workspace.folder, "", progress)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }
}
