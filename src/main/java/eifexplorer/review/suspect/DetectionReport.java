package eifexplorer.review.suspect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well an order finds labels known to be wrong. Equal suspicions are taken in every order at once: the numbers are
 * means over all ways to break the ties.
 *
 * @param wrong number of wrong labels
 * @param samples number of labels
 * @param auroc chance that a wrong label is ranked before a right one, 0..1; 0.5 for chance
 * @param averagePrecision mean precision at the wrong labels, 0..1; the share of wrong labels for chance
 * @param foundAt10 share of the wrong labels among the first 10 % of the order
 * @param foundAt20 the same of the first 20 %
 */
public record DetectionReport(
    int wrong,
    int samples,
    double auroc,
    double averagePrecision,
    double foundAt10,
    double foundAt20) {
  /**
   * Compares an order with the truth.
   *
   * @param isWrong [N], with at least one true and one false
   */
  public static DetectionReport of(SuspectScores scores, boolean[] isWrong) {
    double[] ranks = scores.ranks();
    int[] order = scores.order();
    int wrong = 0;
    double rankSum = 0;
    for (int i = 0; i < isWrong.length; i++) {
      if (isWrong[i]) {
        wrong++;
        rankSum += midRank(ranks, order, i);
      }
    }
    int right = isWrong.length - wrong;
    if (wrong == 0 || right == 0) {
      throw new IllegalArgumentException(wrong + " of " + isWrong.length + " labels are wrong");
    }
    double wrongPairs = rankSum - wrong * (wrong + 1) / 2.0;
    return new DetectionReport(
        wrong,
        isWrong.length,
        1 - wrongPairs / ((double) wrong * right),
        averagePrecision(ranks, order, isWrong, wrong),
        found(ranks, order, isWrong, wrong, 0.1),
        found(ranks, order, isWrong, wrong, 0.2));
  }

  /** Position from 1 among all, ties sharing theirs: unlike a rank it counts samples of which nothing is known. */
  private static double midRank(double[] ranks, int[] order, int sample) {
    int low = firstFrom(ranks, order, ranks[sample]);
    int high = low;
    while (high < order.length && ranks[order[high]] == ranks[sample]) {
      high++;
    }
    return (low + 1 + high) / 2.0;
  }

  private static int firstFrom(double[] ranks, int[] order, double rank) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranks[order[middle]] < rank) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double averagePrecision(
      double[] ranks, int[] order, boolean[] isWrong, int wrong) {
    double sum = 0;
    double before = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = endOfTies(ranks, order, from);
      int hits = hits(order, isWrong, from, to);
      sum += (before + hits) / to * hits;
      before += hits;
    }
    return sum / wrong;
  }

  private static double found(
      double[] ranks, int[] order, boolean[] isWrong, int wrong, double share) {
    return found(ranks, order, isWrong, (int) Math.round(share * order.length)) / wrong;
  }

  private static double found(double[] ranks, int[] order, boolean[] isWrong, int inspected) {
    double found = 0;
    for (int from = 0, to; from < inspected; from = to) {
      to = endOfTies(ranks, order, from);
      double part = Math.min(1, (double) (inspected - from) / (to - from));
      found += part * hits(order, isWrong, from, to);
    }
    return found;
  }

  /**
   * How many wrong labels are found when so many images are inspected in an order.
   *
   * @param inspected numbers of images, 0 to N each
   * @return for each the number of wrong labels among them, a mean where equal suspicions leave the order open
   */
  public static double[] foundAfter(SuspectScores scores, boolean[] isWrong, int[] inspected) {
    double[] ranks = scores.ranks();
    int[] order = scores.order();
    return Arrays.stream(inspected).mapToDouble(k -> found(ranks, order, isWrong, k)).toArray();
  }

  private static int endOfTies(double[] ranks, int[] order, int from) {
    int to = from + 1;
    while (to < order.length && ranks[order[to]] == ranks[order[from]]) {
      to++;
    }
    return to;
  }

  private static int hits(int[] order, boolean[] isWrong, int from, int to) {
    int hits = 0;
    for (int k = from; k < to; k++) {
      hits += isWrong[order[k]] ? 1 : 0;
    }
    return hits;
  }

  /** The numbers by the names they have in files. */
  public Map<String, Number> asMap() {
    Map<String, Number> map = new LinkedHashMap<>();
    map.put("auroc", auroc);
    map.put("average_precision", averagePrecision);
    map.put("found_at_10", foundAt10);
    map.put("found_at_20", foundAt20);
    return map;
  }
}
