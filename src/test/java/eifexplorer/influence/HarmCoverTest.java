package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarmCoverTest {
  private static final List<Integer> ALL = List.of(0, 1, 2, 3);

  /** Image 0 harms pairs 0 to 2, image 1 pairs 1 and 2, image 2 pairs 3 and 4, image 3 pair 0. */
  private final PairSurvey survey =
      survey(List.of(0, 3), List.of(0, 1), List.of(0, 1), List.of(2), List.of(2));

  @Test
  void eachNextImageAddsTheMostPairs() {
    assertEquals(new HarmCover(List.of(0), 3), HarmCover.of(survey, ALL, 1));
    assertEquals(new HarmCover(List.of(0, 2), 5), HarmCover.of(survey, ALL, 2));
  }

  @Test
  void noImageIsTakenThatAddsNothing() {
    assertEquals(new HarmCover(List.of(0, 2), 5), HarmCover.of(survey, ALL, 4));
    assertEquals(new HarmCover(List.of(1, 3), 3), HarmCover.of(survey, List.of(1, 3), 4));
    assertEquals(new HarmCover(List.of(), 0), HarmCover.of(survey, List.of(), 3));
  }

  @SafeVarargs
  private static PairSurvey survey(List<Integer>... harmful) {
    List<PairSummary> pairs = new ArrayList<>();
    for (int p = 0; p < harmful.length; p++) {
      int[] images = harmful[p].stream().mapToInt(Integer::intValue).toArray();
      pairs.add(
          new PairSummary(
              new TestPair(p, p + 1),
              1,
              images,
              new double[images.length],
              new int[0],
              new double[0],
              0));
    }
    return new PairSurvey(pairs, new double[4], pairs.size());
  }
}
