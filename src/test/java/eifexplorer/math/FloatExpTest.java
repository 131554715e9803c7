package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatExpTest {
  @ParameterizedTest
  @EnumSource
  void changesKeepTheirRelativePrecisionFromTheSmallestToTheLargest(FloatExp exponential) {
    double widest = Math.log10(exponential.largest());
    Random random = new Random(1);
    float[] x = new float[200_000];
    for (int i = 0; i < x.length; i++) {
      float size = (float) Math.pow(10, -12 + (12 + widest) * random.nextDouble());
      x[i] = random.nextBoolean() ? size : -size;
    }
    x[0] = exponential.largest();
    x[1] = -exponential.largest();
    float[] u = new float[x.length];
    exponential.addChanges(ones(x.length), x, LogitChange.same(x.length), new float[x.length], u);

    for (int i = 0; i < x.length; i++) {
      double exact = Math.expm1(x[i]);
      assertEquals(
          exact, u[i], (1e-6 + 2e-7 * Math.abs(x[i])) * Math.abs(exact), "e^" + x[i] + " - 1");
    }
  }

  private static float[] ones(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  @ParameterizedTest
  @ValueSource(floats = {6, 11.2f, 11.3f, 42})
  void exponentialsAreWithinTheirBound(float largest) {
    Random random = new Random(2);
    float[] x = new float[200_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = 4 * random.nextFloat() - 2;
    }
    x[0] = 2;
    x[1] = -2;
    float[] power = new float[x.length];
    float factor = (largest - .5f) / 2;
    FloatExp.exp(x, factor, .5f, largest, power);

    for (int i = 0; i < x.length; i++) {
      double z = (double) factor * x[i] + .5;
      assertEquals(Math.exp(z), power[i], (4e-6 + 2e-7 * Math.abs(z)) * Math.exp(z), "e^" + z);
    }
  }

  @Test
  void theFastestWithTheRangeIsTaken() {
    assertEquals(
        List.of(
            FloatExp.SMALL,
            FloatExp.NARROW,
            FloatExp.NARROW,
            FloatExp.MIDDLE,
            FloatExp.WIDE,
            FloatExp.WIDEST,
            FloatExp.WIDEST),
        Stream.of(.14f, .15f, .7f, .71f, 11.2f, 11.3f, Float.NaN).map(FloatExp::upTo).toList());
  }

  @Test
  void aFewMayBeBeyondTheRange() {
    float[] bounds = {.1f, 90, .5f, Float.NaN, .1f};

    assertEquals(
        List.of(FloatExp.WIDEST, FloatExp.WIDEST, FloatExp.NARROW, FloatExp.SMALL),
        Stream.of(0, 1, 2, 3).map(few -> FloatExp.upTo(bounds, few)).toList());
  }

  @ParameterizedTest
  @EnumSource
  void nothingChangesNothing(FloatExp exponential) {
    float[] sums = {0, 3};
    exponential.addChanges(ones(2), new float[] {0, -0f}, LogitChange.same(2), new float[2], sums);

    assertArrayEquals(new float[] {0, 3}, sums);
  }
}
