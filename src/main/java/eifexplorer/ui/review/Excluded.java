package eifexplorer.ui.review;

import eifexplorer.problem.ProblemException;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.session.ExplorerSession;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Images that are left out of training, which other screens mark too. */
final class Excluded {
  private Excluded() {}

  /** Paths of the images that an annotator leaves out. */
  static Set<String> by(String annotator, Decisions decisions) {
    return decisions.of(annotator).entrySet().stream()
        .filter(decided -> decided.getValue().kind().leavesOut())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Class names that an annotator gives images, by their paths. */
  static Map<String, String> relabelled(String annotator, Decisions decisions) {
    return decisions.of(annotator).entrySet().stream()
        .filter(decided -> decided.getValue().kind() == DecisionKind.LABEL)
        .collect(Collectors.toMap(Map.Entry::getKey, decided -> decided.getValue().after()));
  }

  /** What was decided about a session's images, read without opening its review; reads files: call it from a job. */
  static Decisions read(ExplorerSession session) {
    try {
      return session
          .workspace()
          .map(of -> ReviewDesk.look(of.review(), OriginalLabels.of(session.dataset())))
          .map(ReviewDesk::decisions)
          .orElse(Decisions.NONE);
    } catch (ProblemException e) {
      // The review itself says so when it is opened.
      return Decisions.NONE;
    }
  }
}
