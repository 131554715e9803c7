package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.training.LossSpec;
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
  public InfluenceEstimator create(
      EmbeddingBundle bundle, LossSpec loss, Map<String, String> options) {
    OptionValues values = new OptionValues(options(), options);
    return new TracInEstimator(bundle, loss, HeadHistories.read(values, loss));
  }
}
