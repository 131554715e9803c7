package eifexplorer.influence;

import eifexplorer.influence.EifParameters.Combination;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes estimators of either form of EIF. */
final class EifFactory implements EstimatorFactory {
  private final String id;
  private final String title;
  private final String shortTitle;
  private final Form form;

  /** A constructor of one form. */
  private interface Form {
    InfluenceEstimator of(TrainingPasses model, EifParameters parameters);
  }

  private EifFactory(String id, String title, String shortTitle, Form form) {
    this.id = id;
    this.title = title;
    this.shortTitle = shortTitle;
    this.form = form;
  }

  /** Makes {@link EifEstimator}s. */
  static EifFactory lowRank() {
    return new EifFactory(EifEstimator.ID, EifEstimator.TITLE, "EIF", EifEstimator::new);
  }

  /** Makes {@link DirectEifEstimator}s. */
  static EifFactory direct() {
    return new EifFactory(
        DirectEifEstimator.ID,
        DirectEifEstimator.TITLE,
        "EIF, direct",
        (model, parameters) -> new DirectEifEstimator(model.bundle(), model.loss(), parameters));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String shortTitle() {
    return shortTitle;
  }

  @Override
  public String scoresOf() {
    return EifEstimator.ID;
  }

  @Override
  public List<EstimatorOption> options() {
    EifParameters standard = EifParameters.DEFAULT;
    return List.of(
        option("steps", "gradient steps on the pair's distance", standard.steps(), "1 to 10000"),
        option("lr", "length of a step", standard.learningRate(), EifParameters.STEP_LENGTHS),
        option(
            "early-stop",
            "change of distance after which no step follows",
            standard.earlyStop(),
            "above 0"),
        EstimatorOption.choice(
            "thetas",
            "weights to average over: pushed apart, pulled together, their mean",
            String.valueOf(standard.thetas()),
            List.of("1", "2", "3")),
        EstimatorOption.choice(
            "combination",
            "how the changes of loss and distance become one number",
            standard.combination().name().toLowerCase(Locale.ROOT),
            List.of("product", "quotient")));
  }

  private static EstimatorOption option(
      String name, String meaning, Object standard, String allowed) {
    return new EstimatorOption(name, meaning, standard.toString(), allowed);
  }

  @Override
  public InfluenceEstimator create(TrainingPasses model, Map<String, String> options) {
    OptionValues values = new OptionValues(options(), options);
    return form.of(
        model,
        new EifParameters(
            values.whole("steps"),
            values.number("lr"),
            values.number("early-stop"),
            values.whole("thetas"),
            values.choice("combination", Combination.class)));
  }
}
