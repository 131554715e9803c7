package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.util.List;

/**
 * Averages of a network's maps at the ends of its stages, side by side: what detectors look at besides the features.
 *
 * @param rows [N,D]
 * @param channels of each stage, from the first to the last; their sum is D
 */
public record StageAverages(FeatureMatrix rows, List<Integer> channels) {
  /** Throws {@link ProblemException} if the channels are not those of the rows. */
  public StageAverages {
    channels = List.copyOf(channels);
    int all = channels.stream().mapToInt(Integer::intValue).sum();
    if (all != rows.columns() || channels.stream().anyMatch(size -> size < 1)) {
      throw new ProblemException(
          "Stages of " + channels + " channels have no " + rows.columns() + " columns", "", "");
    }
  }

  /** Some rows in a given order, a view. */
  public StageAverages select(int[] chosen) {
    return new StageAverages(SelectedRows.of(rows, chosen), channels);
  }
}
