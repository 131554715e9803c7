package eifexplorer.influence;

import java.util.List;
import java.util.Map;

/** Makes {@link TracInEstimator}s. */
final class TracInFactory implements EstimatorFactory {
  @Override
  public String id() {
    return TracInEstimator.ID;
  }

  @Override
  public String title() {
    return TracInEstimator.TITLE;
  }

  @Override
  public String shortTitle() {
    return "TracIn";
  }

  @Override
  public List<EstimatorOption> options() {
    return List.of(HeadHistories.option());
  }

  @Override
  public InfluenceEstimator create(TrainingPasses model, Map<String, String> options) {
    OptionValues values = new OptionValues(options(), options);
    return new TracInEstimator(model, HeadHistories.read(values, model.loss()));
  }
}
