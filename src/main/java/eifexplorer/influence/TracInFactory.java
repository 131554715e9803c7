package eifexplorer.influence;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.HeadHistory;
import java.nio.file.Path;
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
    return List.of(
        new EstimatorOption(
            EstimatorOption.HISTORY,
            "folder with the epochs kept of a run",
            "",
            "a folder; empty for the model's own run"));
  }

  @Override
  public InfluenceEstimator create(TrainingPasses model, Map<String, String> options) {
    String folder = new OptionValues(options(), options).text(EstimatorOption.HISTORY);
    List<HeadHistory.State> history =
        folder.isEmpty()
            ? List.of()
            : new HeadHistory(Path.of(folder)).read(model.loss().centresPerClass());
    if (history.isEmpty()) {
      throw new ProblemException(
          "No epochs were kept of the run that trained this model",
          folder,
          "Epochs are kept of runs on frozen features: train one, or use another estimator.");
    }
    return new TracInEstimator(model, history);
  }
}
