package eifexplorer.ui.review;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.SuspectRanking;
import eifexplorer.review.Verdict;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.RelabelSuggestions;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.review.suspect.TypicalImages;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A session's review while the screen has it open; its parts may be used from any thread.
 *
 * @param session whose training images are reviewed
 * @param desk where decisions go
 * @param locked why nothing can be decided, such as another program that has the review open; empty if it can
 * @param inputs what detectors look at
 * @param order the default one if that was to be had at once, else the quick one
 * @param ranking in that order
 * @param suggestions likeliest labels
 * @param typical images that stand for a class
 */
record OpenReview(
    ExplorerSession session,
    ReviewDesk desk,
    Optional<String> locked,
    SuspectInputs inputs,
    RankWeights order,
    SuspectRanking ranking,
    RelabelSuggestions suggestions,
    TypicalImages typical) {
  /** Whether two sessions are of one workspace. */
  static boolean isOfSameWorkspace(@Nullable ExplorerSession one, ExplorerSession other) {
    return one != null
        && one.workspace().isPresent()
        && one.workspace().map(Workspace::folder).equals(other.workspace().map(Workspace::folder));
  }

  /** Computes what the queue begins with, then opens the desk, so that it is open only if all went well. */
  static OpenReview of(ReviewServices services, ExplorerSession session, JobContext context) {
    SuspectInputs inputs = services.reviews().suspects(session);
    RankWeights order = DefaultOrder.atOnce(inputs);
    SuspectRanking ranking =
        new SuspectRanking(DefaultOrder.scoresFor(order, inputs, context), order);
    RelabelSuggestions suggestions = RelabelSuggestions.of(inputs, context);
    TypicalImages typical = TypicalImages.of(inputs, context);
    rehearse(session, ranking);
    context.checkCancelled();
    Desk desk = desk(services, session);
    return new OpenReview(
        session, desk.desk(), desk.locked(), inputs, order, ranking, suggestions, typical);
  }

  /** Decides once in a review that is forgotten, so that the first real decision takes no longer than the others. */
  private static void rehearse(ExplorerSession session, SuspectRanking ranking) {
    ReviewDesk forgotten = ReviewDesk.inMemory(OriginalLabels.of(session.dataset()));
    ReviewQueue queue = new ReviewQueue(session.dataset(), ranking, forgotten, "rehearsal", "");
    queue.decide(ranking.at(1), Verdict.KEEP, 1);
    Standing.listed(forgotten, queue, "rehearsal", OptionalInt.empty());
  }

  private record Desk(ReviewDesk desk, Optional<String> locked) {}

  /** For deciding; to look at where that is not possible. */
  private static Desk desk(ReviewServices services, ExplorerSession session) {
    try {
      ReviewDesk desk = services.reviews().open(session);
      desk.rehearse();
      return new Desk(desk, Optional.empty());
    } catch (ProblemException e) {
      Workspace workspace = session.workspace().orElseThrow(() -> e);
      return new Desk(
          ReviewDesk.look(workspace.review(), OriginalLabels.of(session.dataset())),
          Optional.of(Texts.problem(e)));
    }
  }
}
