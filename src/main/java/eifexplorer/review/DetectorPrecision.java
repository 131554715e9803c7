package eifexplorer.review;

import java.util.Locale;

/**
 * How often a detector was right here: of the images it names as suspect, how many of those looked at had a wrong label.
 *
 * @param detector its id
 * @param named images it names
 * @param answers of which somebody looked at
 * @param wrong of which the label was wrong
 * @param spotChecks of those looked at, the spot checks
 * @param spotChecksWrong of which the label was wrong
 */
public record DetectorPrecision(
    String detector, int named, int answers, int wrong, int spotChecks, int spotChecksWrong) {
  /** Counts. */
  static DetectorPrecision of(
      String detector, SuspectRanking ranking, QueueOrder order, ReviewOutcomes outcomes) {
    int[] counts = new int[5];
    for (int i = 0; i < ranking.size(); i++) {
      if (!ranking.names(detector, i)) {
        continue;
      }
      int answer = outcomes.of(i).isAnswer() ? 1 : 0;
      int wrong = outcomes.of(i) == Outcome.WRONG ? 1 : 0;
      int spot = order.isSpotCheck(i) ? 1 : 0;
      counts[0]++;
      counts[1] += answer;
      counts[2] += wrong;
      counts[3] += answer * spot;
      counts[4] += wrong * spot;
    }
    return new DetectorPrecision(detector, counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  /** In one sentence, such as {@code Here 12 of the 15 it names were wrong (80 %).}; empty before anything was looked at. */
  public String sentence() {
    if (answers == 0) {
      return "";
    }
    String spot =
        spotChecks == 0 ? "" : "; of its spot checks, " + spotChecksWrong + " of " + spotChecks;
    return String.format(
        Locale.ROOT,
        "Here %d of %d it names and you looked at %s wrong (%.0f %%)%s.",
        wrong,
        answers,
        wrong == 1 ? "was" : "were",
        100.0 * wrong / answers,
        spot);
  }
}
