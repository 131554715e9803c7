package eifexplorer.influence;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey.HarmedPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A few training images that together harm many pairs: each next one is that which harms the most pairs that those before it
 * do not. No set of as many images harms more than 1 / (1 - 1/e) times these pairs (Nemhauser, Wolsey and Fisher, 1978).
 *
 * @param images training indices in the order they were taken, fewer than asked for if these harm all there is
 * @param pairs how many different pairs they harm
 */
public record HarmCover(List<Integer> images, int pairs) {
  /** Copies the list. */
  public HarmCover {
    images = List.copyOf(images);
  }

  /**
   * Takes at most {@code count} images.
   *
   * @param among training indices to take them from
   */
  public static HarmCover of(InfluenceSurvey survey, List<Integer> among, int count) {
    Set<TestPair> covered = new HashSet<>();
    List<Integer> taken = new ArrayList<>();
    while (taken.size() < count) {
      int best = -1;
      int most = 0;
      for (int image : among) {
        if (survey.pairsHarmed(image) > most) {
          int more = more(survey, image, covered);
          if (more > most) {
            most = more;
            best = image;
          }
        }
      }
      if (best < 0) {
        break;
      }
      taken.add(best);
      survey.harmed(best, Integer.MAX_VALUE).forEach(harmed -> covered.add(harmed.pair()));
    }
    return new HarmCover(taken, covered.size());
  }

  private static int more(InfluenceSurvey survey, int image, Set<TestPair> covered) {
    int more = 0;
    for (HarmedPair harmed : survey.harmed(image, Integer.MAX_VALUE)) {
      more += covered.contains(harmed.pair()) ? 0 : 1;
    }
    return more;
  }
}
