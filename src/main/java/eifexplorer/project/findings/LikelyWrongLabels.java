package eifexplorer.project.findings;

import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Photograph;
import eifexplorer.export.Finding.Row;
import eifexplorer.job.JobContext;
import eifexplorer.project.ReviewService;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.LabelLikelihood;
import eifexplorer.review.suspect.RelabelSuggestion;
import eifexplorer.review.suspect.RelabelSuggestions;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The training images at the head of the review's queue, with what they may show instead. */
final class LikelyWrongLabels {
  private static final int SHOWN = 10;

  private final ReviewService reviews;

  LikelyWrongLabels(ReviewService reviews) {
    this.reviews = reviews;
  }

  Optional<Finding> find(ExplorerSession session, JobContext context) {
    SuspectInputs inputs = reviews.suspects(session);
    SuspectScores order = DefaultOrder.scores(inputs, context);
    RelabelSuggestions suggestions = RelabelSuggestions.of(inputs, context);
    Photographs photographs = new Photographs(session);
    List<Photograph> shown = new ArrayList<>();
    for (int i : order.order()) {
      RelabelSuggestion suggestion = suggestions.of(i, 2);
      if (shown.size() < SHOWN && suggestion.prefersOther()) {
        shown.add(photographs.train(i, rather(session, suggestion)));
      }
    }
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                FindingKind.WRONG_LABELS.heading(),
                String.format(
                    Locale.ROOT,
                    "Of %s these are the first to look at: the rest of the data speaks for another"
                        + " label.",
                    Photographs.count(order.size(), "training image", "training images")),
                List.of("The label they have, and the one that is likelier. A person decides."),
                List.of(new Row("", shown))));
  }

  private static String rather(ExplorerSession session, RelabelSuggestion suggestion) {
    int other = suggestion.bestOther();
    double probability =
        suggestion.byMargins().stream()
            .filter(likely -> likely.label() == other)
            .mapToDouble(LabelLikelihood::probability)
            .findFirst()
            .orElse(0);
    return String.format(
        Locale.ROOT, "rather %s, %.0f %%", session.className(other), 100 * probability);
  }
}
