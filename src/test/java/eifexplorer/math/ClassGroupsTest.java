package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassGroupsTest {
  private static final int N = 3;

  private static ClassGroups groups(int classes) {
    return ClassGroups.of(
        classes,
        N,
        (c, row) -> {
          for (int j = 0; j < N; j++) {
            row[j] = value(c, j);
          }
        });
  }

  private static float value(int c, int j) {
    return j == 1 ? -10 * c - j : 10 * c + j;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 64, 70})
  void valuesAreFoundByClassBySampleAndByGroup(int classes) {
    ClassGroups groups = groups(classes);
    float[][] rows = new float[classes][N];
    float[] second = new float[classes];
    for (int c = 0; c < classes; c++) {
      for (int j = 0; j < N; j++) {
        rows[c][j] = value(c, j);
      }
      second[c] = value(c, 1);
    }

    assertArrayEquals(rows, groups.rows());
    assertArrayEquals(second, groups.sample(1));
    float[] last = new float[N];
    groups.copyRow(classes - 1, last);
    assertArrayEquals(rows[classes - 1], last);
    assertEquals(
        classes * N, IntStream.range(0, groups.count()).map(g -> groups.group(g).length).sum());
    assertEquals(10 * (classes - 1) + 2, groups.largest());
  }
}
