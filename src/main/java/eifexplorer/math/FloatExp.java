package eifexplorer.math;

/**
 * Exponentials of many floats at once, made of additions and multiplications only, which the compiler turns into vector
 * instructions: a polynomial near 0, then {@code e^2x - 1 = u (u + 2)} with {@code u = e^x - 1} until x is reached. {@code
 * u} keeps its relative precision where x is small, unlike {@code e^x}. The smaller the arguments, the fewer times that is.
 */
public enum FloatExp {
  /** For arguments of size 0.6 and less. */
  NARROW(.6f) {
    @Override
    public void expm1(float[] values) {
      for (int j = 0; j < values.length; j++) {
        float x = values[j];
        float u = Math.fma(x, 1f / 40320, 1f / 5040);
        u = Math.fma(u, x, 1f / 720);
        u = Math.fma(u, x, 1f / 120);
        u = Math.fma(u, x, 1f / 24);
        u = Math.fma(u, x, 1f / 6);
        u = Math.fma(u, x, .5f);
        values[j] = Math.fma(u, x, 1f) * x;
      }
    }
  },

  /** For arguments of size 9 and less. */
  MIDDLE(9) {
    @Override
    public void expm1(float[] values) {
      for (int j = 0; j < values.length; j++) {
        float x = values[j] * (1f / 16);
        float u = Math.fma(x, 1f / 40320, 1f / 5040);
        u = Math.fma(u, x, 1f / 720);
        u = Math.fma(u, x, 1f / 120);
        u = Math.fma(u, x, 1f / 24);
        u = Math.fma(u, x, 1f / 6);
        u = Math.fma(u, x, .5f);
        u = Math.fma(u, x, 1f) * x;
        u = Math.fma(u, u, u + u);
        u = Math.fma(u, u, u + u);
        u = Math.fma(u, u, u + u);
        values[j] = Math.fma(u, u, u + u);
      }
    }
  },

  /** For all others. */
  WIDE(FloatExp.WIDEST_CHANGE) {
    @Override
    public void expm1(float[] values) {
      for (int j = 0; j < values.length; j++) {
        float x = values[j] * (1f / 128);
        float u = Math.fma(x, 1f / 40320, 1f / 5040);
        u = Math.fma(u, x, 1f / 720);
        u = Math.fma(u, x, 1f / 120);
        u = Math.fma(u, x, 1f / 24);
        u = Math.fma(u, x, 1f / 6);
        u = Math.fma(u, x, .5f);
        u = Math.fma(u, x, 1f) * x;
        u = Math.fma(u, u, u + u);
        u = Math.fma(u, u, u + u);
        u = Math.fma(u, u, u + u);
        u = Math.fma(u, u, u + u);
        u = Math.fma(u, u, u + u);
        u = Math.fma(u, u, u + u);
        values[j] = Math.fma(u, u, u + u);
      }
    }
  };

  /** Largest argument's size of any {@link #expm1}. */
  public static final float WIDEST_CHANGE = 83;

  /** Largest argument's size of {@link #exp}. */
  public static final float WIDEST = 42;

  private final float largest;

  FloatExp(float largest) {
    this.largest = largest;
  }

  /** The fastest one for arguments of at most this size. */
  public static FloatExp upTo(float size) {
    if (size <= NARROW.largest) {
      return NARROW;
    }
    return size <= MIDDLE.largest ? MIDDLE : WIDE;
  }

  /** Largest argument's size. */
  float largest() {
    return largest;
  }

  /** {@code x = e^x - 1}, off by less than {@code 1e-6 + 2e-7 |x|} of it. */
  public abstract void expm1(float[] values);

  /** {@code target = e^(factor x + shift)}, off by less than {@code 4e-6 + 2e-7 |factor x + shift|} of it. */
  public static void exp(float[] values, float factor, float shift, float[] target) {
    float f = factor / 256;
    float s = shift / 256;
    for (int j = 0; j < target.length; j++) {
      float x = Math.fma(values[j], f, s);
      float u = Math.fma(x, 1f / 720, 1f / 120);
      u = Math.fma(u, x, 1f / 24);
      u = Math.fma(u, x, 1f / 6);
      u = Math.fma(u, x, .5f);
      u = Math.fma(u, x, 1f) * x;
      u = Math.fma(u, u, u + u);
      u = Math.fma(u, u, u + u);
      u = Math.fma(u, u, u + u);
      float power = u + 1;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      target[j] = power * power;
    }
  }
}
