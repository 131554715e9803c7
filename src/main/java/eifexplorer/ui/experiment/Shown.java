package eifexplorer.ui.experiment;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What the right side shows.
 *
 * @param title for people
 * @param findings sentences and tables
 * @param result the finished result; empty for findings so far, and for two results side by side
 * @param figures drawn findings, in their order; empty while they are not drawn
 * @param opens whether rows may be opened in the session: the result is about its weights and labels
 */
record Shown(
    String title,
    Findings findings,
    Optional<ExperimentResult> result,
    List<DrawnFigure> figures,
    boolean opens) {
  /** Copies the list. */
  Shown {
    figures = List.copyOf(figures);
  }
}
