package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.export.LabelFiles;
import eifexplorer.export.ReviewReport;
import eifexplorer.job.Lane;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.exchange.DecisionFormats;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.Revision;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrected labels out to files, decisions in from them. The data set's own files are never changed. */
public final class TransferViewModel {
  /** What can be written. */
  public enum Format {
    CSV(Texts.of("Corrections as CSV …"), "corrections.csv"),
    DECISIONS(Texts.of("All decisions and notes as CSV …"), "decisions.csv"),
    DATASET(Texts.of("Labels in the data set's own format …"), "labels"),
    JSON(Texts.of("Revision as JSON …"), "revision.json"),
    LINKS(Texts.of("Folder of links by class …"), "by-class"),
    COPIES(Texts.of("Folder of copies by class …"), "by-class"),
    HTML(Texts.of("Report with pictures (HTML) …"), "report.html");

    private final String title;
    private final String name;

    Format(String title, String name) {
      this.title = title;
      this.name = name;
    }

    /** What the menu says. */
    public String title() {
      return title;
    }

    /** The file or folder that is proposed. */
    public String proposed() {
      return name;
    }

    /** Whether a new folder is written rather than a file. */
    public boolean isFolder() {
      return this == DATASET || this == LINKS || this == COPIES;
    }
  }

  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ReviewServices services;
  private final WriteLine line;
  private final Runnable changed;
  private @Nullable OpenReview review;

  /**
   * Nothing to write yet.
   *
   * @param changed is told after an import
   */
  TransferViewModel(
      FxJobs jobs,
      NoticesViewModel notices,
      ReviewServices services,
      WriteLine line,
      Runnable changed) {
    this.jobs = jobs;
    this.notices = notices;
    this.services = services;
    this.line = line;
    this.changed = changed;
  }

  /** Turns to an opened review. */
  void show(OpenReview newReview) {
    review = newReview;
  }

  /** Forgets the review. */
  void clear() {
    review = null;
  }

  /** True if there is a workspace, whose label revisions can be written. */
  public boolean isPossible() {
    return review != null && review.session().workspace().isPresent();
  }

  /** Writes the labels of the current revision. */
  public void export(Format format, Path target) {
    if (!isPossible()) {
      notices.info(Texts.of("Only a workspace keeps label revisions that can be exported."));
      return;
    }
    ExplorerSession session = requireNonNull(review).session();
    Workspace workspace = session.workspace().get();
    ReviewDesk desk = review.desk();
    jobs.start(
        Texts.of("Exporting to {0}", target.getFileName()),
        Lane.IO,
        context -> {
          try (WorkspaceReview files = services.reviews().open(workspace.folder(), false)) {
            Revision revision = desk.current();
            if (format == Format.DECISIONS) {
              LabelFiles.decisions(target, desk.decisions());
              return Texts.of("Every decision and note is written to {0}.", target);
            }
            write(format, target, files.dataset(), revision, session);
            int open = desk.staging().changes().size();
            return open == 0
                ? Texts.of("Revision {0} is written to {1}.", revision.number(), target)
                : Texts.of(
                    "Revision {0} is written to {1}. {2} not committed and not in it.",
                    revision.number(), target, Texts.count(open, "change is", "changes are"));
          }
        },
        Outcome.of(notices::info, notices::show));
  }

  private void write(
      Format format,
      Path target,
      ImageDataset original,
      Revision revision,
      ExplorerSession session) {
    ImageDataset corrected = revision.corrections().applyTo(original);
    switch (format) {
      case CSV -> LabelFiles.csv(target, revision);
      case DECISIONS -> throw new IllegalArgumentException("Decisions are of no revision");
      case JSON -> LabelFiles.json(target, revision);
      case DATASET -> LabelFiles.dataset(target, corrected, revision);
      case LINKS, COPIES -> {
        corrected
            .train()
            .forEach(sample -> corrected.file(sample).ifPresent(services.ensurePicture()));
        LabelFiles.classFolders(target, corrected, revision, format == Format.COPIES);
      }
      case HTML ->
          ReviewReport.write(
              target,
              session.name(),
              revision,
              original,
              services.copies().apply(session),
              services.reviews().thumbnails(original),
              Texts.pages());
    }
  }

  /**
   * Takes decisions from a file into the journal, after what is still being written: the program's own CSV, or one of those
   * other programs write, which is seen from its content.
   */
  public void importDecisions(Path file) {
    if (review == null || review.locked().isPresent()) {
      return;
    }
    ReviewDesk desk = review.desk();
    ImageDataset dataset = review.session().dataset();
    line.add(
        Texts.of("Import {0}", file.getFileName()),
        () ->
            Optional.of(
                context -> {
                  List<String> remarks = new ArrayList<>();
                  List<JournalEntry> entries =
                      DecisionFormats.read(file, dataset, desk, "import", remarks::add);
                  desk.journal().takeOver(entries);
                  return () -> {
                    notices.info(
                        Texts.of(
                            "{0} imported from {1}. View the diff to see what they change.",
                            imported(entries), file.getFileName()));
                    remarks.forEach(remark -> notices.info(Texts.said(remark)));
                    changed.run();
                  };
                }));
  }

  private static String imported(List<JournalEntry> entries) {
    long decisions = entries.stream().filter(entry -> entry.kind().isDecision()).count();
    long notes = entries.size() - decisions;
    return notes == 0
        ? Texts.count(decisions, "decision is", "decisions are")
        : Texts.of(
            "{0} and {1} are",
            Texts.count(decisions, "decision", "decisions"), Texts.count(notes, "note", "notes"));
  }
}
