package eifexplorer.confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookAlikeOrderTest {
  /** Things of one family are alike, the nearer in it the more; of two families a little by chance. */
  private static double[][] families(List<Integer> things, int perFamily, Random random) {
    double[][] alike = new double[things.size()][things.size()];
    for (int i = 0; i < alike.length; i++) {
      for (int j = 0; j < i; j++) {
        int a = things.get(i);
        int b = things.get(j);
        boolean same = a / perFamily == b / perFamily;
        alike[i][j] = same ? 1.0 / Math.abs(a - b) : 0.01 * random.nextDouble();
        alike[j][i] = alike[i][j];
      }
    }
    return alike;
  }

  @Test
  void familiesThatWereShuffledLieTogetherAgain() {
    Random random = new Random(3);
    List<Integer> things = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
    Collections.shuffle(things, random);

    List<Integer> order = LookAlikeOrder.of(families(things, 5, random));

    assertEquals(
        IntStream.range(0, 40).boxed().toList(), order.stream().sorted().toList(), "each once");
    for (int at = 0; at < 40; at += 5) {
      List<Integer> families =
          order.subList(at, at + 5).stream().map(i -> things.get(i) / 5).distinct().toList();
      assertEquals(1, families.size(), "families at " + at + ": " + families);
    }
  }

  @Test
  void aChainIsLaidOutInARow() {
    List<Integer> things = List.of(3, 0, 4, 1, 2);

    List<Integer> order =
        LookAlikeOrder.of(families(things, 5, new Random(1))).stream().map(things::get).toList();

    long steps =
        IntStream.range(1, 5).filter(i -> Math.abs(order.get(i) - order.get(i - 1)) == 1).count();
    assertTrue(steps >= 3, () -> "neighbours apart in " + order);
  }

  @Test
  void nothingAndOneThingHaveAnOrder() {
    assertEquals(List.of(), LookAlikeOrder.of(new double[0][0]));
    assertEquals(List.of(0), LookAlikeOrder.of(new double[1][1]));
  }
}
