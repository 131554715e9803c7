package eifexplorer.influence;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whose the harm to a query is: the class most common among the most harmful training images, and how much of all harm a few
 * images and that class carry.
 *
 * @param harmful training images that harm, at least 1
 * @param top how many of the most harmful are looked at: all, at most {@link #MOST}
 * @param label the class most common among these; of two, the one of the more harmful images
 * @param ofLabel how many of them have it, 1 to {@code top}
 * @param topShare share of the sum of all positive scores that they carry, 0..1
 * @param labelShare share that all images of that class carry, 0..1
 */
public record HarmConcentration(
    int harmful, int top, int label, int ofLabel, double topShare, double labelShare) {
  /** Images looked at. */
  public static final int MOST = 10;

  /**
   * The concentration of a query's scores; empty if no image harms.
   *
   * @param labels of the training samples [N]
   */
  public static Optional<HarmConcentration> of(InfluenceScores scores, int[] labels) {
    int[] harmful = scores.harmful();
    if (harmful.length == 0) {
      return Optional.empty();
    }
    int top = Math.min(MOST, harmful.length);
    int[] count = new int[IntStream.of(labels).max().orElse(0) + 1];
    int label = labels[harmful[0]];
    double ofTop = 0;
    for (int i = 0; i < top; i++) {
      count[labels[harmful[i]]]++;
      ofTop += scores.influence(harmful[i]);
    }
    for (int i = 0; i < top; i++) {
      if (count[labels[harmful[i]]] > count[label]) {
        label = labels[harmful[i]];
      }
    }
    double all = 0;
    double ofLabel = 0;
    for (int i : harmful) {
      all += scores.influence(i);
      ofLabel += labels[i] == label ? scores.influence(i) : 0;
    }
    return Optional.of(
        new HarmConcentration(
            harmful.length, top, label, count[label], ofTop / all, ofLabel / all));
  }
}
