package eifexplorer.confusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {
  /** One pair for each {wrong class, confused class}; samples 0.. are wrong, the last of each class is what they hit. */
  private static Confusions confusions(int[][] wrongAndConfused, int classes) {
    int n = wrongAndConfused.length;
    int[] labels = new int[n + classes];
    int[] nearest = new int[n + classes];
    List<ConfusionPair> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int wrong = wrongAndConfused[i][0];
      int confused = wrongAndConfused[i][1];
      labels[i] = wrong;
      nearest[i] = n + confused;
      pairs.add(new ConfusionPair(i, n + confused, wrong, confused, i));
    }
    for (int c = 0; c < classes; c++) {
      labels[n + c] = c;
      nearest[n + c] = n + c;
    }
    return new Confusions(labels, nearest, pairs);
  }

  @Test
  void aMutualPairIsThereTwiceAndCountsOnce() {
    ConfusionPair there = new ConfusionPair(0, 2, 0, 1, 0.3);
    ConfusionPair back = new ConfusionPair(2, 0, 1, 0, 0.3);
    ConfusionPair other = new ConfusionPair(1, 2, 0, 1, 0.4);
    Confusions confusions =
        new Confusions(new int[] {0, 0, 1, 1}, new int[] {2, 2, 0, 2}, List.of(there, other, back));

    assertTrue(confusions.isMutual(there) && confusions.isMutual(back));
    assertFalse(confusions.isMutual(other));
    assertEquals(2, confusions.distinctPairs());
  }

  @Test
  void classPairsByCountThenClass() {
    ConfusionTable table =
        new ConfusionTable(confusions(new int[][] {{2, 0}, {1, 2}, {0, 1}, {1, 2}, {0, 2}}, 3));
    assertEquals(
        List.of(
            new ClassPairCount(1, 2, 2, 2),
            new ClassPairCount(0, 1, 1, 2),
            new ClassPairCount(0, 2, 1, 4),
            new ClassPairCount(2, 0, 1, 0)),
        table.classPairs());
  }

  @Test
  void classesByWrongThenClass() {
    ConfusionTable table =
        new ConfusionTable(confusions(new int[][] {{2, 0}, {2, 0}, {1, 2}, {0, 1}, {0, 2}}, 4));
    assertEquals(
        List.of(
            new ClassSummary(0, 3, 2, List.of(1, 2)),
            new ClassSummary(2, 3, 2, List.of(0)),
            new ClassSummary(1, 2, 1, List.of(2)),
            new ClassSummary(3, 1, 0, List.of())),
        table.classes());
    assertEquals(3, table.wrongClasses(30).size());
  }

  /** Exactly one half is not more than one half. */
  @Test
  void halfIsNotEnough() {
    int[][] pairs = {{0, 3}, {0, 3}, {0, 2}, {0, 1}};
    assertEquals(List.of(3, 1), new ConfusionTable(confusions(pairs, 4)).confusionClasses(0));
  }

  @Test
  void allTenAreKeptWhereNoneGoesOverHalf() {
    int[][] pairs = new int[40][];
    Arrays.setAll(pairs, i -> new int[] {0, 1 + i % 20});
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        new ConfusionTable(confusions(pairs, 21)).confusionClasses(0));
  }

  @Test
  void sharesOfClassesThatAreNotConfusedAreZero() {
    ConfusionTable table =
        new ConfusionTable(confusions(new int[][] {{0, 1}, {0, 1}, {0, 2}, {0, 1}}, 4));
    assertArrayEquals(
        new double[][] {{0, 0.75, 0.25}, {0, 0, 0}}, table.shares(List.of(0, 3), List.of(0, 1, 2)));
  }

  @Test
  void groupGoesClassAfterClass() {
    Confusions confusions = confusions(new int[][] {{0, 1}, {0, 2}, {1, 2}, {0, 1}, {0, 3}}, 4);
    List<ConfusionPair> pairs = new ConfusionGroup(0, List.of(2, 1)).pairs(confusions);
    assertEquals(List.of(1, 0, 3), pairs.stream().map(ConfusionPair::wrong).toList());
  }
}
