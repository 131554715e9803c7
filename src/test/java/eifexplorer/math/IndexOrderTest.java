package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexOrderTest {
  private static final double[] ODD = {
    Double.NaN, 0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -1
  };

  /** Numbers with many ties and every kind of odd one. */
  private static double[] values(int n) {
    Random random = new Random(n);
    return random
        .ints(n, 0, Math.max(1, n / 2) + ODD.length)
        .mapToDouble(v -> v < ODD.length ? ODD[v] : v * 0.1 - 2)
        .toArray();
  }

  private static int[] expected(double[] values, int sign, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> sign * values[i]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 15, 16, 17, 32, 33, 64, 100, 1000, 4097})
  void bothOrdersAreThoseOfAStableSortOfBoxedIndices(int n) {
    double[] values = values(n);
    assertArrayEquals(expected(values, 1, n), IndexOrder.ascending(values));
    assertArrayEquals(expected(values, -1, n), IndexOrder.descending(values));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 16, 32, 33, 50, 999, 1000, 2000})
  void theFirstFewAreThoseOfTheWholeOrder(int count) {
    double[] values = values(1000);
    assertArrayEquals(expected(values, 1, count), IndexOrder.ascending(values, count));
    assertArrayEquals(expected(values, -1, count), IndexOrder.descending(values, count));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 40})
  void valuesStayAsTheyAre(int count) {
    double[] values = values(100);
    double[] before = values.clone();
    IndexOrder.descending(values, count);
    assertArrayEquals(before, values);
    Arrays.fill(values, 1);
    assertArrayEquals(IntStream.range(0, count).toArray(), IndexOrder.ascending(values, count));
  }
}
