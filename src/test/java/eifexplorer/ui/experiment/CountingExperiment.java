package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.job.JobContext;
import java.util.List;
import java.util.stream.IntStream;

/** Adds up numbers, one unit each. */
final class CountingExperiment implements Experiment {
  @Override
  public String id() {
    return "counting";
  }

  @Override
  public String title() {
    return "Counting";
  }

  @Override
  public String question() {
    return "How far does it come?";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.whole("to", "To", "Where it ends.", 3, 1, 10));
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    throw new AssertionError("The fake service answers");
  }

  /** Findings with a row a number, each opening the pair of its number and the next. */
  static Findings findings(int to) {
    List<Row> rows =
        IntStream.rangeClosed(1, to)
            .mapToObj(i -> Row.opening(Target.pair(i, i + 1), i, i * i))
            .toList();
    ResultTable table =
        new ResultTable(
            "squares",
            "Squares",
            1,
            List.of(Column.whole("n", "n"), Column.whole("square", "n²")),
            rows);
    return new Findings(List.of("It came to " + to + "."), List.of(table), List.of());
  }
}
