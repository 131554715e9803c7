package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumberScaleTest {
  private static String written(double value) {
    NumberScale scale = NumberScale.upTo(value);
    return scale.signed(value) + scale.unit();
  }

  @Test
  void threeDigitsCount() {
    assertEquals(
        List.of("+0.0584", "\u22120.312", "+4.15", "+41.5", "+415", "+86,700", "0.00"),
        List.of(
            written(0.0584),
            written(-0.312),
            written(4.15),
            written(41.5),
            written(415),
            written(86700),
            written(0)));
  }

  @Test
  void verySmallAndLargeNumbersHaveAPowerAsOnPaper() {
    assertEquals(
        List.of("+4.10×10⁻⁶", "\u22122.10×10⁻⁴", "+0.00100", "+1.23×10⁶", "+1.00×10⁻³⁰⁰"),
        List.of(
            written(4.1e-6),
            written(-2.1e-4),
            written(0.00099999),
            written(1234567),
            written(1e-300)));
  }

  @Test
  void writtenPartsAddUpToTheWrittenSum() {
    NumberScale scale = NumberScale.upTo(0.77);
    assertArrayEquals(new double[] {.613, .157}, scale.addingUp(.7701, .6126, .1575), 1e-12);
    assertArrayEquals(new double[] {.9, -.131}, scale.addingUp(.7693, .9004, -.1311), 1e-12);
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      double[] parts = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double sum = DoubleStream.of(parts).sum();
      double[] written = NumberScale.upTo(2).addingUp(sum, parts);
      assertEquals(Math.round(100 * sum), Math.round(100 * DoubleStream.of(written).sum()));
      for (int p = 0; p < parts.length; p++) {
        assertEquals(parts[p], written[p], .01);
      }
    }
  }

  @Test
  void noNumberIsWrittenForMachines() {
    for (double value = 1e-12; value < 1e12; value *= 3.7) {
      assertFalse(written(value).matches(".*[eE].*"), written(value));
    }
  }

  @Test
  void whatIsComparedHasOnePowerAndAsManyDecimals() {
    NumberScale scale = NumberScale.upTo(0.11);
    NumberScale small = NumberScale.upTo(4.21e-6);

    assertEquals(
        List.of("0.110 ± 0.010", "+0.004 ± 0.000", "(4.21 ± 0.03)×10⁻⁶"),
        List.of(
            scale.spread(-0.11, 0.01),
            scale.signedSpread(0.004, 2.1e-4),
            small.spread(4.21e-6, 3e-8)));
  }

  @Test
  void whatIsNoNumberDoesNotDecide() {
    assertEquals("1.00", NumberScale.upTo(Double.NaN).size(1));
  }
}
