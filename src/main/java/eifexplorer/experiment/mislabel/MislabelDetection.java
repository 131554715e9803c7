package eifexplorer.experiment.mislabel;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** The paper's experiment on mislabelled data, with every detector there is. */
public final class MislabelDetection implements Experiment {
  static final String ID = "mislabel";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Wrong labels";
  }

  @Override
  public String question() {
    return "How many of the wrong labels are found when training images are inspected in a"
        + " detector's order, and is their true label suggested?";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.names(
            "noise",
            "Noise models",
            "How labels are made wrong; given: not at all, those the data set itself has wrong are"
                + " looked for.",
            "shift5",
            MislabelWords.NOISE),
        Parameter.numbers(
            "rates",
            "Shares wrong",
            "Share of labels made wrong (paper: 0.1).",
            "0.1,0.2",
            .001,
            .9),
        Parameter.names(
            "losses",
            "Losses",
            "What heads are trained with on the model's features.",
            "ProxyNCA_prob_orig,SoftTriple",
            MislabelWords.LOSSES),
        Parameter.names(
            "detectors",
            "Detectors",
            "What sorts the images; the paper's is the influence on the worst group.",
            MislabelWords.DETECTORS.stream().map(Choice::name).collect(Collectors.joining(",")),
            MislabelWords.DETECTORS),
        Parameter.seeds("Of noise and training, comma-separated.", "0,1,2"));
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    List<String> detectors = values.names("detectors");
    int known = inputs.dataset().noise().map(noise -> noise.trueLabels().size()).orElse(0);
    if (known == 0 && values.names("noise").contains(Scenario.GIVEN)) {
      throw new ProblemException(
          "No training label is known to be wrong",
          "noise given",
          "Open a data set that has the true labels, such as a csv file with a column true_label.");
    }
    MislabelFindings findings = new MislabelFindings(detectors, notes(known, values));
    return findings.of(
        new MislabelRun(inputs, detectors, values.wholes("seeds"), units, context)
            .run(
                Scenario.settings(values, (double) known / inputs.trainCount()),
                observer,
                findings::of));
  }

  private static List<String> notes(int known, ParameterValues values) {
    return known == 0 || values.names("noise").equals(List.of(Scenario.GIVEN))
        ? List.of()
        : List.of(
            "The "
                + known
                + " labels that are known to be wrong were set right before others were made"
                + " wrong.");
  }
}
