package eifexplorer.influence;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.HeadHistory;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.List;

/** The epochs kept of a run, for estimators that trace it. */
final class HeadHistories {
  private HeadHistories() {}

  /** The option that says where they are. */
  static EstimatorOption option() {
    return new EstimatorOption(
        EstimatorOption.HISTORY,
        "folder with the epochs kept of a run",
        "",
        "a folder; empty for the model's own run");
  }

  /** At least one; throws {@link ProblemException} if none was kept. */
  static List<HeadHistory.State> read(OptionValues values, LossSpec loss) {
    String folder = values.text(EstimatorOption.HISTORY);
    List<HeadHistory.State> history =
        folder.isEmpty()
            ? List.of()
            : new HeadHistory(Path.of(folder)).read(loss.centresPerClass());
    if (history.isEmpty()) {
      throw new ProblemException(
          "No epochs were kept of the run that trained this model",
          folder,
          "Epochs are kept of runs on frozen features: train one, or use another estimator.");
    }
    return history;
  }
}
