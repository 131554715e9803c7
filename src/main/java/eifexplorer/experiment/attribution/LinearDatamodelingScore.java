package eifexplorer.experiment.attribution;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.JobContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well scores predict retraining: the rank correlation, over random parts of the training set, of the sum of a part's
 * scores with the distance after training on it. Ilyas et al.: "Datamodels" (ICML 2022); Park et al.: "TRAK" (ICML 2023),
 * section 4, there for the model's outputs, here for the distances of confused pairs.
 */
public final class LinearDatamodelingScore implements Experiment {
  /** Name on the command line and of its values. */
  public static final String ID = "lds";

  /** How many parts are drawn. */
  public static final String SUBSETS = LdsPlan.SUBSETS;

  /** How many draws of the batches there are for each. */
  public static final String SEEDS = LdsPlan.SEEDS;

  /** Whose scores are held against retraining. */
  public static final String ESTIMATORS = LdsPlan.ESTIMATORS;

  private final InfluenceEstimators estimators;

  /** Holds these estimators against retraining. */
  public LinearDatamodelingScore(InfluenceEstimators estimators) {
    this.estimators = estimators;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "What the scores are worth";
  }

  @Override
  public String question() {
    return "How well do an estimator's scores predict a pair's distance after retraining on part of"
        + " the training images?";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters =
        new ArrayList<>(
            List.of(
                Parameter.name(
                    LdsPlan.PROTOCOL,
                    "Protocol",
                    "Half kept: each image with probability one half, and a head is trained from"
                        + " the start; 90 % kept: with .9; one epoch on: the model's own head"
                        + " learns so long, with half the images counted twice and the others not.",
                    "half",
                    Protocol.choices()),
                LdsPlan.proxies(),
                Parameter.whole(LdsPlan.SUBSETS, "Subsets", "So many random parts.", 64, 4, 10_000),
                Parameter.whole(
                    LdsPlan.SEEDS,
                    "Seeds",
                    "So many draws of the batches for each part; two or more tell what is"
                        + " possible.",
                    2,
                    1,
                    100)));
    parameters.addAll(LdsQuery.parameters());
    parameters.add(
        Parameter.settings(
            LdsPlan.ESTIMATORS,
            "Estimators",
            "Whose scores are held against retraining; of the standard ones those that the loss"
                + " allows.",
            "eif,gradient-dot,trak,if-exact",
            estimators.all().stream().map(one -> new Choice(one.id(), one.title())).toList()));
    return parameters;
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    LdsPlan plan = LdsPlan.of(inputs, values);
    // An unknown setting is told before hours of training.
    plan.estimators().forEach(setting -> inputs.estimator(setting.id(), setting.options()));
    List<LdsQuery> all = LdsQuery.all(inputs, values);
    int[] chosen = LdsQuery.chosen(all.size(), values);
    return new LdsRun(inputs, plan, all, chosen, units, context)
        .run(new LdsFindings(estimators)::of, observer);
  }

  /** Whether a unit is the training on a part, with all its draws, which is nearly all of a run's time. */
  public static boolean isTraining(String unit) {
    return LdsRun.isSubset(unit);
  }

  /** Before proxies were held fixed they learned too. */
  @Override
  public Map<String, String> completed(Map<String, String> kept) {
    Map<String, String> all = new HashMap<>(kept);
    boolean epoch = Protocol.EPOCH.id().equals(kept.get(LdsPlan.PROTOCOL));
    all.putIfAbsent(LdsPlan.PROXIES, epoch ? LdsPlan.FIXED : LdsPlan.LEARNED);
    return all;
  }

  /** A subset's retraining needs no estimator, and the same number is the same subset however many there are. */
  @Override
  public boolean shares(String unit, ParameterValues other, ParameterValues values) {
    List<String> same =
        new ArrayList<>(List.of(LdsPlan.PROTOCOL, LdsPlan.PROXIES, LdsPlan.SEEDS, LdsQuery.OF));
    boolean wanted = true;
    if (LdsRun.isSubset(unit)) {
      int subset = LdsRun.subset(unit);
      wanted = subset >= 0 && subset < values.whole(LdsPlan.SUBSETS);
    } else {
      same.addAll(List.of(LdsPlan.SUBSETS, LdsQuery.COUNT));
    }
    return wanted && same.stream().allMatch(name -> other.name(name).equals(values.name(name)));
  }
}
