package eifexplorer.influence;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** Makes the estimators that rest on derivatives of the losses. */
record DerivativeFactory(
    String id, String title, String shortTitle, List<EstimatorOption> options, Form form)
    implements EstimatorFactory {
  /** What {@link #positive} allows. */
  static final String POSITIVE = "1e-9 to 1e9";

  private static final String SHARE = "share";
  private static final String SHARES = "1e-9 to 1";

  /** Makes one kind. */
  interface Form {
    InfluenceEstimator of(String id, String title, TrainingPasses model, OptionValues values);
  }

  /** First-order estimators. */
  static DerivativeFactory gradient(GradientDotEstimator.Form form) {
    return new DerivativeFactory(
        form.id(),
        form.title(),
        form.title(),
        List.of(),
        (id, title, model, values) -> new GradientDotEstimator(model, form));
  }

  /** Parts of the difference of a pair's cosines. */
  static DerivativeFactory representer() {
    return new DerivativeFactory(
        RepresenterEstimator.ID,
        RepresenterEstimator.TITLE,
        "Representer",
        List.of(),
        (id, title, model, values) -> new RepresenterEstimator(model));
  }

  /** What samples do to themselves. */
  static DerivativeFactory selfInfluence() {
    return new DerivativeFactory(
        SelfInfluenceEstimator.ID,
        SelfInfluenceEstimator.TITLE,
        "Self-influence",
        List.of(),
        (id, title, model, values) -> new SelfInfluenceEstimator(model));
  }

  /** The authors' baseline. */
  static DerivativeFactory influenceFunction() {
    return new DerivativeFactory(
        "if",
        "Influence function, as the authors compute it",
        "Influence function",
        List.of(
            new EstimatorOption("damping", "share forgotten a step", "0.01", "0 to 1"),
            new EstimatorOption("scale", "what Hessians are divided by", "500", POSITIVE)),
        (id, title, model, values) ->
            new HessianEstimator(
                id,
                title,
                model,
                new StochasticInverse(
                    within("damping", values.number("damping"), 0, 1, "0 to 1"),
                    positive("scale", values.number("scale")))));
  }

  /** The inverse itself. */
  static DerivativeFactory exactInfluenceFunction() {
    return new DerivativeFactory(
        "if-exact",
        "Influence function, damped Gauss-Newton",
        "Gauss-Newton",
        List.of(
            new EstimatorOption(
                SHARE,
                "damping as a share of the largest curvature: 0.01 for had it been trained without,"
                    + " 0.1 for one more epoch",
                "0.01",
                SHARES),
            new EstimatorOption(
                "damping", "of the curvature along the query, instead of a share", "", POSITIVE),
            new EstimatorOption("iterations", "conjugate gradient steps", "60", "1 or more")),
        (id, title, model, values) -> new HessianEstimator(id, title, model, gaussNewton(values)));
  }

  private static ConjugateInverse gaussNewton(OptionValues values) {
    boolean ofTop = values.text("damping").isEmpty();
    double damping =
        ofTop
            ? within(SHARE, values.number(SHARE), 1e-9, 1, SHARES)
            : positive("damping", values.number("damping"));
    int iterations =
        (int) within("iterations", values.whole("iterations"), 1, Integer.MAX_VALUE, "1 or more");
    return new ConjugateInverse(damping, ofTop, new ConjugateGradients(iterations, 1e-6));
  }

  /** As {@link #within}, of {@link #POSITIVE}: beyond that, rounding would be all that is left of a score. */
  static double positive(String name, double value) {
    return within(name, value, 1e-9, 1e9, POSITIVE);
  }

  /** The value; throws {@link ProblemException} naming the option if it is not from least to most. */
  static double within(String name, double value, double least, double most, String allowed) {
    if (!(value >= least && value <= most)) {
      throw ProblemException.badValue(name, value, allowed);
    }
    return value;
  }

  @Override
  public InfluenceEstimator create(TrainingPasses model, Map<String, String> given) {
    return form.of(id, title, model, new OptionValues(options, given));
  }
}
