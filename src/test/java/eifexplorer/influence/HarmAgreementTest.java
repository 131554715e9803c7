package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.HarmAgreement.Place;
import eifexplorer.influence.HarmAgreement.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarmAgreementTest {
  private static final int[] LABELS = {0, 0, 1, 1, 2, 2};
  private final HarmAgreement agreement =
      new HarmAgreement(
          List.of(
              named("first", 9, 1, 2, 3, 6, 0),
              named("like it", 8, 2, 3, 4, 7, 1),
              named("reversed", 0, 5, 3, 2, 1, 9)),
          LABELS,
          List.of());

  private static NamedSurvey named(String name, double... harm) {
    return new NamedSurvey(name, new PairSurvey(List.of(), harm, 0));
  }

  @Test
  void anImageIsRankedAmongAllByEach() {
    assertEquals(
        List.of(
            new Place("first", 1, 6, 9.0 / 21),
            new Place("like it", 1, 6, 8.0 / 25),
            new Place("reversed", 6, 6, 0)),
        agreement.ofImage(0));
  }

  @Test
  void aClassIsRankedByTheSumOverItsImages() {
    assertEquals(
        List.of(
            new Place("first", 2, 3, 6.0 / 21),
            new Place("like it", 2, 3, 8.0 / 25),
            new Place("reversed", 1, 3, 10.0 / 20)),
        agreement.ofClass(2));
  }

  @Test
  void theFirstTenthAndAtLeastThreeOfManyAreTheWorst() {
    assertEquals(
        List.of(true, false, true, false, true, false),
        List.of(
            new Place("", 141, 1402, 0).isWorst(),
            new Place("", 142, 1402, 0).isWorst(),
            new Place("", 3, 25, 0).isWorst(),
            new Place("", 4, 25, 0).isWorst(),
            new Place("", 1, 3, 0).isWorst(),
            new Place("", 2, 3, 0).isWorst()));
  }

  @Test
  void theVerdictSaysWhoCountsItAmongTheWorst() {
    Place worst = new Place("", 1, 100, 0);
    Place not = new Place("", 90, 100, 0);
    assertEquals(
        List.of(Verdict.ALL, Verdict.SOME, Verdict.FIRST_ALONE, Verdict.NOT_FIRST),
        List.of(
            HarmAgreement.verdict(List.of(worst, worst, worst)),
            HarmAgreement.verdict(List.of(worst, not, worst)),
            HarmAgreement.verdict(List.of(worst, not, not)),
            HarmAgreement.verdict(List.of(not, worst, worst))));
  }

  @Test
  void ranksOfAllImagesAreCorrelated() {
    assertEquals(1, agreement.rankCorrelation(1), 1e-12);
    // Ranks 6 2 3 4 5 1 and 1 5 4 3 2 6: the sum of the squared differences is 70.
    assertEquals(-1, agreement.rankCorrelation(2), 1e-12);
  }
}
