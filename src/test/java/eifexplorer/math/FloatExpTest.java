package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    float[] u = x.clone();
    exponential.expm1(u);

    for (int i = 0; i < x.length; i++) {
      double exact = Math.expm1(x[i]);
      assertEquals(
          exact, u[i], (1e-6 + 2e-7 * Math.abs(x[i])) * Math.abs(exact), "e^" + x[i] + " - 1");
    }
  }

  @Test
  void exponentialsAreWithinTheirBound() {
    Random random = new Random(2);
    float[] x = new float[200_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = 4 * random.nextFloat() - 2;
    }
    float[] power = new float[x.length];
    FloatExp.exp(x, 20, .5f, power);

    for (int i = 0; i < x.length; i++) {
      double z = 20.0 * x[i] + .5;
      assertEquals(Math.exp(z), power[i], (4e-6 + 2e-7 * Math.abs(z)) * Math.exp(z), "e^" + z);
    }
  }

  @Test
  void theFastestWithTheRangeIsTaken() {
    assertEquals(
        List.of(FloatExp.NARROW, FloatExp.MIDDLE, FloatExp.MIDDLE, FloatExp.WIDE, FloatExp.WIDE),
        Stream.of(.6f, .61f, 9f, 9.1f, Float.NaN).map(FloatExp::upTo).toList());
  }

  @ParameterizedTest
  @EnumSource
  void nothingChangesNothing(FloatExp exponential) {
    float[] zero = {0, -0f};
    exponential.expm1(zero);

    assertEquals(0f, zero[0] + zero[1]);
  }
}
