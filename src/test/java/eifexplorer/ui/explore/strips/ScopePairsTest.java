package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopePairsTest {
  /** Class 0 is taken for 1 three times, for 2 once, for 3 once; class 1 for 0 once. */
  private static final int[] LABELS = {0, 0, 0, 0, 0, 1, 2, 3, 1};

  private static final int[] NEAREST = {5, 5, 5, 6, 7, 8, 6, 7, 0};

  private static ConfusionPair pair(int index) {
    return new ConfusionPair(
        index, NEAREST[index], LABELS[index], LABELS[NEAREST[index]], 0.1 * index);
  }

  private static final List<ConfusionPair> PAIRS =
      List.of(pair(0), pair(1), pair(2), pair(3), pair(4), pair(8));

  private final ScopePairs scopes = ScopePairs.of(new Confusions(LABELS, NEAREST, PAIRS));

  @Test
  void scopesGrow() {
    assertEquals(
        List.of(List.of(pair(1)), List.of(pair(0), pair(1), pair(2))),
        List.of(
            scopes.pairs(InfluenceScope.PAIR, pair(1)),
            scopes.pairs(InfluenceScope.CLASS_PAIR, pair(1))));
  }

  @Test
  void theGroupTakesTheConfusionClassesThatMakeUpMoreThanHalf() {
    assertEquals(List.of(1), scopes.confusionClasses(pair(4)));
    assertEquals(List.of(pair(0), pair(1), pair(2)), scopes.pairs(InfluenceScope.GROUP, pair(4)));
  }

  @Test
  void aRareMistakeIsNotInItsGroupButInItsClassPair() {
    assertEquals(
        List.of(true, false, true),
        List.of(
            scopes.contains(InfluenceScope.GROUP, pair(1)),
            scopes.contains(InfluenceScope.GROUP, pair(4)),
            scopes.contains(InfluenceScope.CLASS_PAIR, pair(4))));
  }

  @Test
  void theSwitchGoesRound() {
    assertEquals(
        List.of(InfluenceScope.CLASS_PAIR, InfluenceScope.GROUP, InfluenceScope.PAIR),
        List.of(
            InfluenceScope.PAIR.next(),
            InfluenceScope.CLASS_PAIR.next(),
            InfluenceScope.GROUP.next()));
  }
}
