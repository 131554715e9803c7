package eifexplorer.projection;

/**
 * Powers {@code x^b} of positive numbers for one b, by a table of exponents and one of mantissas: to about seven digits, ten
 * times as fast as {@link Math#pow} and the same on every machine.
 */
final class PowerTable {
  private static final int BITS = 10;
  private static final int REST = 23 - BITS;
  private static final float SCALE = 1f / (1 << REST);

  private final float[] exponents = new float[256];
  private final float[] mantissas = new float[(1 << BITS) + 1];

  PowerTable(double b) {
    for (int e = 0; e < exponents.length; e++) {
      exponents[e] = (float) StrictMath.pow(2, b * (e - 127));
    }
    for (int m = 0; m < mantissas.length; m++) {
      mantissas[m] = (float) StrictMath.pow(1 + (double) m / (1 << BITS), b);
    }
  }

  /** {@code x^b} for a positive normal x. */
  float of(float x) {
    int bits = Float.floatToRawIntBits(x);
    int m = bits >>> REST & (1 << BITS) - 1;
    float share = (bits & (1 << REST) - 1) * SCALE;
    return exponents[bits >>> 23] * (mantissas[m] + share * (mantissas[m + 1] - mantissas[m]));
  }
}
