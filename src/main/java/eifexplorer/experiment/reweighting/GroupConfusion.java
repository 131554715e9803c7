package eifexplorer.experiment.reweighting;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionGroup;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Table 1 of the paper for groups: a class with those that more than half of its wrong images are confused with. */
public final class GroupConfusion implements Experiment {
  private static final String COUNT = "classes";

  private final InfluenceEstimators estimators;

  /** Tries the helpful and harmful sets of these estimators. */
  public GroupConfusion(InfluenceEstimators estimators) {
    this.estimators = estimators;
  }

  @Override
  public String id() {
    return "group-confusion";
  }

  @Override
  public String title() {
    return "Group confusion";
  }

  @Override
  public String question() {
    return "Does re-weighting push a class apart from all the classes it is mostly confused with,"
        + " and further than random sets do?";
  }

  @Override
  public List<Parameter> parameters() {
    return ReweightingParameters.describe(
        Parameter.whole(
            COUNT,
            "Classes",
            "The so many classes with the most wrong images (paper: 30, here as many as there are"
                + " if fewer).",
            30,
            1,
            1_000_000),
        estimators);
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    List<ClassSummary> wrong =
        new ConfusionTable(inputs.confusions()).wrongClasses(Integer.MAX_VALUE);
    int count = values.atMost(COUNT, wrong.size(), "classes with confused images");
    List<ConfusedCase> cases =
        wrong.stream().limit(count).map(summary -> of(summary.group(), inputs)).toList();
    ReweightingParameters parameters = ReweightingParameters.of(inputs, values);
    ReweightingFindings findings =
        new ReweightingFindings(
            parameters,
            "group",
            List.of(
                Column.text("wrong_class", "Class"),
                Column.text("confused_classes", "confused with"),
                Column.whole("pairs", "pairs")),
            1,
            List.of("d is the mean over a group's pairs; above 0, Δd means pushed apart."));
    return findings.of(
        new ReweightingRun(inputs, parameters, units, context).run(cases, observer, findings::of));
  }

  private static ConfusedCase of(ConfusionGroup group, ExperimentInputs inputs) {
    List<TestPair> pairs =
        group.pairs(inputs.confusions()).stream()
            .map(pair -> new TestPair(pair.wrong(), pair.confusedWith()))
            .toList();
    String name = inputs.className(group.wrongLabel());
    String confused =
        group.confusionLabels().stream().map(inputs::className).collect(Collectors.joining(", "));
    List<Integer> labels = new ArrayList<>(List.of(group.wrongLabel()));
    labels.addAll(group.confusionLabels());
    return new ConfusedCase(
        "g" + group.wrongLabel(),
        new InfluenceQuery(pairs, "group " + name + ": " + confused),
        new Target(Target.Kind.GROUP, labels),
        List.of(name, confused, pairs.size()));
  }
}
