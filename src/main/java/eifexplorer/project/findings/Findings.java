package eifexplorer.project.findings;

import eifexplorer.export.ExportTarget;
import eifexplorer.export.Finding;
import eifexplorer.export.FindingsPage;
import eifexplorer.export.PageLanguage;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.ReviewService;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds what is worth showing of a session. Every method runs on the calling thread; what was computed before is found again
 * in the workspace.
 */
public final class Findings {
  private final ClosestConfusion closest;
  private final CopiedPhotograph copied;
  private final HarmfulClass harmful;
  private final LikelyWrongLabels wrongLabels;
  private final CorrectedModel corrected;
  private final ReviewService reviews;

  /** Asks the program's services. */
  public Findings(Explorer explorer) {
    closest =
        new ClosestConfusion(explorer.explanations(), explorer.reweights(), explorer.copies());
    copied = new CopiedPhotograph(explorer.copies());
    harmful = new HarmfulClass(explorer.explanations());
    wrongLabels = new LikelyWrongLabels(explorer.reviews());
    corrected = new CorrectedModel(explorer.sessions(), explorer.math());
    reviews = explorer.reviews();
  }

  /**
   * A finding; empty if there is nothing of its kind.
   *
   * @param soFar gets it, on the calling thread, while more of it is found out
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  public Optional<Finding> find(
      FindingKind kind, ExplorerSession session, Consumer<Finding> soFar, JobContext context) {
    return switch (kind) {
      case CLOSEST_CONFUSION -> closest.find(session, soFar, context);
      case TWO_LABELS -> copied.find(session, context);
      case CULPRIT -> harmful.find(session, context);
      case WRONG_LABELS -> wrongLabels.find(session, context);
      case CORRECTION -> corrected.find(session, context);
    };
  }

  /** All there are, in the order they are told. */
  public List<Finding> all(ExplorerSession session, JobContext context) {
    List<Finding> all = new ArrayList<>();
    for (FindingKind kind : FindingKind.values()) {
      context.checkCancelled();
      context.log(kind.heading());
      find(kind, session, soFar -> {}, context).ifPresent(all::add);
    }
    return all;
  }

  /**
   * Writes findings of a session as one HTML file.
   *
   * @param language they are in
   * @throws eifexplorer.problem.ProblemException if it can't be written, or is in the data set's folder
   */
  public void write(
      Path file, ExplorerSession session, List<Finding> findings, PageLanguage language) {
    ExportTarget.outside(file, session.dataset().root());
    FindingsPage.write(
        file,
        session.name(),
        language.of(facts(session)),
        findings,
        reviews.thumbnails(session.dataset()),
        language);
  }

  /** Model and measure in a line: {@code ProxyNCA++ · MobileNet-V2 · R@1 61.2 % on 5,924 test images}. */
  public static String facts(ExplorerSession session) {
    return String.format(
        Locale.ROOT,
        "%s · R@1 %.1f %% on %s",
        session.modelTitle(),
        100 * session.recallAt1(),
        session.measuredOn());
  }
}
