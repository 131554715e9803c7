package eifexplorer.influence;

import java.util.List;
import java.util.Map;

/** Makes {@link TrakEstimator}s. */
final class TrakFactory implements EstimatorFactory {
  private static final String LAMBDA = "lambda";
  private static final String WEIGHTS = "weights";
  private static final String FINAL = "final";

  @Override
  public String id() {
    return TrakEstimator.ID;
  }

  @Override
  public String title() {
    return TrakEstimator.TITLE;
  }

  @Override
  public String shortTitle() {
    return "TRAK";
  }

  @Override
  public List<EstimatorOption> options() {
    return List.of(
        new EstimatorOption(
            LAMBDA,
            "ridge as a share of the kernel's mean diagonal: 1 for had it been trained without, 10"
                + " for one more epoch",
            "1",
            DerivativeFactory.POSITIVE),
        EstimatorOption.choice(
            WEIGHTS,
            "the model's final weights, or the mean over the epochs kept of its run",
            FINAL,
            List.of(FINAL, "epochs")),
        HeadHistories.option());
  }

  @Override
  public InfluenceEstimator create(TrainingPasses model, Map<String, String> options) {
    OptionValues values = new OptionValues(options(), options);
    double lambda = DerivativeFactory.positive(LAMBDA, values.number(LAMBDA));
    boolean last = values.oneOf(WEIGHTS).equals(FINAL);
    return new TrakEstimator(
        model, lambda, last ? List.of() : HeadHistories.read(values, model.loss()));
  }
}
