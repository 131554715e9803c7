package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ResultComparison;
import eifexplorer.experiment.ResultComparison.Difference;
import eifexplorer.export.ResultFigures;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /** What an experiment that runs on the session has found so far. */
  static Shown soFar(Experiment experiment, Findings findings) {
    return new Shown(
        Texts.of("{0}, so far", Texts.said(experiment.title())),
        findings.in(Texts::said),
        Optional.empty(),
        List.of(),
        true);
  }

  /**
   * A finished result with its figures, which are drawn as for print: to be called in the background.
   *
   * @param thumbnails JPEG of a photograph by its path; empty for none
   */
  static Shown of(
      ExperimentResult result, Function<String, Optional<byte[]>> thumbnails, boolean opens) {
    Findings findings = result.findings().in(Texts::said);
    return new Shown(
        Texts.said(result.title()),
        findings,
        Optional.of(result),
        ResultFigures.of(findings, thumbnails).stream().map(DrawnFigure::of).toList(),
        opens);
  }

  /** Two results of an experiment side by side. */
  static Shown of(ResultComparison both, Experiment experiment) {
    List<String> notes = new ArrayList<>();
    notes.add(
        Texts.of("Each number of the first result, of the second, and the second less the first."));
    both.differences().forEach((name, values) -> notes.add(inWords(experiment, name, values)));
    return new Shown(
        Texts.of("Two results of {0}", Texts.said(both.first().title())),
        new Findings(notes, both.tables(), List.of()).in(Texts::said),
        Optional.empty(),
        List.of(),
        false);
  }

  private static String inWords(Experiment experiment, String name, Difference values) {
    return experiment.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .map(parameter -> inWords(parameter, values))
        .orElseGet(() -> name + ": " + values);
  }

  private static String inWords(Parameter parameter, Difference values) {
    return Texts.said(parameter.title())
        + ": "
        + values.map(value -> Texts.said(parameter.valueInWords(value)));
  }
}
