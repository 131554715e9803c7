package eifexplorer.experiment.reweighting;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Table 1 of the paper for single pairs. */
public final class PairConfusion implements Experiment {
  private static final String COUNT = "pairs";
  private static final String CHOICE = "choice";
  private static final String FIRST = "first";

  private final InfluenceEstimators estimators;

  /** Tries the helpful and harmful sets of these estimators. */
  public PairConfusion(InfluenceEstimators estimators) {
    this.estimators = estimators;
  }

  @Override
  public String id() {
    return "pair-confusion";
  }

  @Override
  public String title() {
    return "Pair confusion";
  }

  @Override
  public String question() {
    return "Does counting a confused pair's helpful images twice and leaving out its harmful ones"
        + " push the pair apart, and further than random sets do?";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters =
        new ArrayList<>(
            ReweightingParameters.describe(
                Parameter.whole(
                    COUNT, "Pairs", "So many confused pairs (paper: 100).", 100, 1, 1_000_000),
                estimators));
    parameters.add(
        1,
        Parameter.name(
            CHOICE,
            "Which",
            "first: by test index, as in the paper, so that most are of few classes; spread: evenly"
                + " over all confused pairs.",
            FIRST,
            List.of(
                new Choice(FIRST, "first by test index"), new Choice("spread", "evenly spread"))));
    return parameters;
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    List<ConfusionPair> pairs = inputs.confusions().pairs();
    int count = values.atMost(COUNT, pairs.size(), "confused pairs");
    int total = values.name(CHOICE).equals(FIRST) ? count : pairs.size();
    List<ConfusedCase> cases =
        IntStream.range(0, count)
            .mapToObj(i -> of(pairs.get((int) ((long) i * total / count)), inputs))
            .toList();
    ReweightingParameters parameters = ReweightingParameters.of(inputs, values);
    ReweightingFindings findings =
        new ReweightingFindings(
            parameters,
            "pair",
            List.of(
                Column.whole("wrong", "Test image"),
                Column.whole("confused_with", "confused with"),
                Column.text("wrong_class", "Class"),
                Column.text("confused_class", "class of the other"),
                Column.path("wrong_path", "image"),
                Column.path("confused_path", "the other")),
            2,
            List.of("d = ||n(e1) - n(e2)||², 0 to 4; above 0, Δd means pushed apart."));
    return findings.of(
        new ReweightingRun(inputs, parameters, units, context).run(cases, observer, findings::of));
  }

  private static ConfusedCase of(ConfusionPair pair, ExperimentInputs inputs) {
    return new ConfusedCase(
        "p" + pair.wrong() + "-" + pair.confusedWith(),
        InfluenceQuery.pair(pair.wrong(), pair.confusedWith()),
        Target.pair(pair.wrong(), pair.confusedWith()),
        List.of(
            pair.wrong(),
            pair.confusedWith(),
            inputs.className(pair.wrongLabel()),
            inputs.className(pair.confusedLabel()),
            inputs.dataset().test().get(pair.wrong()).path(),
            inputs.dataset().test().get(pair.confusedWith()).path()));
  }
}
