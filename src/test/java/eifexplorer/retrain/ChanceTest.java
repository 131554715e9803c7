package eifexplorer.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChanceTest {
  private static Chance of(double[] changes, double... controls) {
    return Chance.of(changes, controls);
  }

  @Test
  void fiveSeedsMayOverlapALittle() {
    assertEquals(Chance.MORE_THAN_CHANCE, of(new double[] {6.5, 7, 8, 9.5, 10}, 2, 3, 4, 5, 6.7));
    assertEquals(
        Chance.NOT_TOLD_FROM_CHANCE, of(new double[] {4.5, 7, 8, 3.5, 10}, 2, 3, 4, 5, 7.5));
  }

  @Test
  void aFallBelowWhatRandomSetsFallIsToldToo() {
    assertEquals(Chance.MORE_THAN_CHANCE, of(new double[] {-5, -4, -3}, -1, -2, 0));
  }

  @Test
  void whatRandomSetsDoMoreOfIsNotTold() {
    assertEquals(Chance.NOT_TOLD_FROM_CHANCE, of(new double[] {1, 2, 3}, 4, 5, 6));
    assertEquals(Chance.NOT_TOLD_FROM_CHANCE, of(new double[] {-1, -2, -3}, -4, -5, -6));
  }

  @Test
  void threeSeedsMustExceedEveryRandomSet() {
    assertEquals(Chance.MORE_THAN_CHANCE, of(new double[] {.1, .2, .3}, -.3, .09, 0));
    assertEquals(Chance.NOT_TOLD_FROM_CHANCE, of(new double[] {.1, .2, .3}, -.3, .11, 0));
  }

  @Test
  void twoSeedsCannotTellAndOneSaysNothing() {
    assertEquals(Chance.NOT_TOLD_FROM_CHANCE, of(new double[] {.1, .2}, -.3, .09));
    assertEquals(Chance.TOO_FEW_SEEDS, of(new double[] {.1}, 0));
  }

  @Test
  void equalCountsAreToldWhereTheGroupsAreApart() {
    assertEquals(Chance.MORE_THAN_CHANCE, of(new double[] {5, 5, 6, 6, 5}, 1, 1, 2, 1, 2));
    assertEquals(Chance.NOT_TOLD_FROM_CHANCE, of(new double[] {1, 1, 1, 1, 1}, 1, 1, 1, 1, 1));
    assertEquals(Chance.NOT_TOLD_FROM_CHANCE, of(new double[] {0, 0, 0}, 0, 0, 0));
  }
}
