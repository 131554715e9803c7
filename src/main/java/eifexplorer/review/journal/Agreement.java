package eifexplorer.review.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two annotators agree on the images both made a claim about (a label, keep or exclude; not unsure).
 *
 * @param first one annotator
 * @param second the other
 * @param images n, the images both made a claim about
 * @param agreeing of which they say the same
 * @param kappa Cohen's kappa, {@code (po - pe) / (1 - pe)}: agreement beyond that of two who draw from their own frequencies
 *     of labels; NaN without images, 1 where both always say the one same label
 * @param low lower end of its 95 % interval, {@code kappa - 1.96 sqrt(po (1 - po) / n) / (1 - pe)}
 * @param high upper end, at most 1
 */
public record Agreement(
    String first, String second, int images, int agreeing, double kappa, double low, double high) {
  private static final double NORMAL_95 = 1.96;

  /** Every two annotators who made a claim about the same images. */
  public static List<Agreement> all(Decisions decisions) {
    List<String> annotators = List.copyOf(decisions.byAnnotator().keySet());
    List<Agreement> all = new ArrayList<>();
    for (int a = 0; a < annotators.size(); a++) {
      for (int b = a + 1; b < annotators.size(); b++) {
        Agreement agreement = of(decisions, annotators.get(a), annotators.get(b));
        if (agreement.images() > 0) {
          all.add(agreement);
        }
      }
    }
    return all;
  }

  /** Compares two annotators. */
  public static Agreement of(Decisions decisions, String first, String second) {
    Map<String, Integer> firstCounts = new HashMap<>();
    Map<String, Integer> secondCounts = new HashMap<>();
    int images = 0;
    int agreeing = 0;
    for (JournalEntry a : decisions.of(first).values()) {
      JournalEntry b = decisions.of(second).get(a.sample());
      if (b == null || !a.kind().isClaim() || !b.kind().isClaim()) {
        continue;
      }
      images++;
      agreeing += a.after().equals(b.after()) ? 1 : 0;
      firstCounts.merge(a.after(), 1, Integer::sum);
      secondCounts.merge(b.after(), 1, Integer::sum);
    }
    double observed = (double) agreeing / images;
    double expected = 0;
    for (Map.Entry<String, Integer> label : firstCounts.entrySet()) {
      expected +=
          (double) label.getValue()
              / images
              * secondCounts.getOrDefault(label.getKey(), 0)
              / images;
    }
    double kappa = expected == 1 ? 1 : (observed - expected) / (1 - expected);
    double half =
        expected == 1
            ? 0
            : NORMAL_95 * Math.sqrt(observed * (1 - observed) / images) / (1 - expected);
    return new Agreement(
        first, second, images, agreeing, kappa, kappa - half, Math.min(1, kappa + half));
  }
}
