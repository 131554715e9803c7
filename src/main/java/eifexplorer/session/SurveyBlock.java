package eifexplorer.session;

import eifexplorer.influence.PairSummary;
import java.util.List;

/**
 * A block of a survey's pairs, explained.
 *
 * @param summaries one a pair
 * @param harm the block's share of each training image's harm [N]
 */
public record SurveyBlock(List<PairSummary> summaries, double[] harm) {
  /** Copies the list. */
  public SurveyBlock {
    summaries = List.copyOf(summaries);
  }
}
