package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatExpTest {
  @Test
  void changesKeepTheirRelativePrecisionFromTheSmallestToTheLargest() {
    Random random = new Random(1);
    float[] x = new float[200_000];
    for (int i = 0; i < x.length; i++) {
      float size = (float) Math.pow(10, -12 + 13.9 * random.nextDouble());
      x[i] = random.nextBoolean() ? size : -size;
    }
    x[0] = FloatExp.WIDEST_CHANGE;
    x[1] = -FloatExp.WIDEST_CHANGE;
    float[] u = x.clone();
    FloatExp.expm1(u);

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
  void nothingChangesNothing() {
    float[] zero = {0, -0f};
    FloatExp.expm1(zero);

    assertEquals(0f, zero[0] + zero[1]);
  }
}
