package eifexplorer.experiment.mislabel;

import eifexplorer.review.LabelShare;
import java.util.List;

/**
 * The reference's count of rightly relabelled images: of the wrong labels whose image is harmful, those for which the
 * neighbours' first choice is the true label, or their second where the first is the given one.
 *
 * @param correct rightly relabelled
 * @param total harmful images with a wrong label
 */
record ReferenceRelabelling(int correct, int total) {
  /**
   * Counts.
   *
   * @param votes of each harmful image with a wrong label, likeliest first
   * @param given their given labels
   * @param truth their true labels
   */
  static ReferenceRelabelling of(List<List<LabelShare>> votes, int[] given, int[] truth) {
    int correct = 0;
    for (int i = 0; i < given.length; i++) {
      List<LabelShare> vote = votes.get(i);
      int place = !vote.isEmpty() && vote.get(0).label() == given[i] ? 1 : 0;
      correct += place < vote.size() && vote.get(place).label() == truth[i] ? 1 : 0;
    }
    return new ReferenceRelabelling(correct, given.length);
  }
}
