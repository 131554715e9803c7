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
import java.util.List;
import java.util.stream.Collectors;

/** The paper's experiment on mislabelled data, with every detector there is. */
public final class MislabelDetection implements Experiment {
  @Override
  public String id() {
    return "mislabel";
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
            "noise", "Noise models", "How labels are made wrong.", "shift5", MislabelWords.NOISE),
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
    ExperimentInputs clean = inputs.withTrueLabels();
    MislabelFindings findings = new MislabelFindings(detectors, notes(inputs));
    return findings.of(
        new MislabelRun(clean, detectors, values.wholes("seeds"), units, context)
            .run(Scenario.settings(values), observer, findings::of));
  }

  private static List<String> notes(ExperimentInputs inputs) {
    int known = inputs.dataset().noise().map(noise -> noise.trueLabels().size()).orElse(0);
    return known == 0
        ? List.of()
        : List.of(
            "The "
                + known
                + " labels that are known to be wrong were set right before others were made"
                + " wrong.");
  }
}
