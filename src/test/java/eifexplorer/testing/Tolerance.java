package eifexplorer.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** Compares with the reference's numbers: {@code |a-b| <= absolute + relative * |b|}, b being the reference's. */
public record Tolerance(double absolute, double relative) {
  /** Fails naming the worst element, unless all are near enough. */
  public void check(String what, double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length, what + ": length");
    int worst = -1;
    double excess = 0;
    for (int i = 0; i < expected.length; i++) {
      double off = Math.abs(actual[i] - expected[i]);
      double over = off - absolute - relative * Math.abs(expected[i]);
      if (!(over <= excess)) {
        excess = Double.isNaN(over) ? Double.POSITIVE_INFINITY : over;
        worst = i;
      }
    }
    if (worst >= 0) {
      fail(what + "[" + worst + "] is " + actual[worst] + ", not " + expected[worst]);
    }
  }

  /** As the other one, of a single value. */
  public void check(String what, double expected, double actual) {
    check(what, new double[] {expected}, new double[] {actual});
  }
}
