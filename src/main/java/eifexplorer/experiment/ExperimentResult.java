package eifexplorer.experiment;

import java.util.function.UnaryOperator;

/**
 * A finished experiment; immutable. Content of {@code result.json}.
 *
 * @param run what was run on what
 * @param title the experiment's name for people
 * @param question what it answers
 * @param findings what was found
 * @param finished ISO-8601 time in UTC
 * @param seconds spent on its units, those of interrupted runs included
 */
public record ExperimentResult(
    ExperimentRun run,
    String title,
    String question,
    Findings findings,
    String finished,
    double seconds) {
  /** The same in another language. */
  public ExperimentResult in(UnaryOperator<String> words) {
    return new ExperimentResult(
        run, words.apply(title), words.apply(question), findings.in(words), finished, seconds);
  }

  /** The same with other findings. */
  public ExperimentResult withFindings(Findings other) {
    return new ExperimentResult(run, title, question, other, finished, seconds);
  }
}
