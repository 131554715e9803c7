package eifexplorer.math;

/**
 * Exponentials of many floats at once, made of additions and multiplications only, which the compiler turns into vector
 * instructions: a polynomial near 0, then {@code e^2x - 1 = u (u + 2)} with {@code u = e^x - 1} until x is reached. {@code
 * u} keeps its relative precision where x is small, unlike {@code e^x}. The smaller the arguments, the less is to be done.
 */
public enum FloatExp {
  /** For arguments of size 0.14 and less. */
  SMALL(.14f) {
    @Override
    void addChanges(
        float[] weights, float[] values, LogitChange change, float[] changes, float[] sums) {
      float[] stretch = change.stretch();
      float[] a = change.a();
      float[] b = change.b();
      float[] rest = change.rest();
      float first = change.first();
      float second = change.second();
      for (int j = 0; j < sums.length; j++) {
        float x = LogitChange.of(values[j], stretch[j], a[j], first, b[j], second, rest[j]);
        sums[j] = Math.fma(weights[j], small(x), sums[j]);
      }
    }
  },

  /** For arguments of size 0.7 and less. */
  NARROW(.7f) {
    @Override
    void addChanges(
        float[] weights, float[] values, LogitChange change, float[] changes, float[] sums) {
      change.of(values, changes);
      for (int j = 0; j < sums.length; j++) {
        sums[j] = Math.fma(weights[j], narrow(changes[j]), sums[j]);
      }
    }
  },

  /** For arguments of size 2.8 and less. */
  MIDDLE(2.8f) {
    @Override
    void addChanges(
        float[] weights, float[] values, LogitChange change, float[] changes, float[] sums) {
      change.of(values, changes);
      for (int j = 0; j < sums.length; j++) {
        float u = twice(twice(narrow(changes[j] * (1f / 4))));
        sums[j] = Math.fma(weights[j], u, sums[j]);
      }
    }
  },

  /** For arguments of size 11.2 and less. */
  WIDE(11.2f) {
    @Override
    void addChanges(
        float[] weights, float[] values, LogitChange change, float[] changes, float[] sums) {
      change.of(values, changes);
      for (int j = 0; j < sums.length; j++) {
        float u = twice(twice(twice(twice(narrow(changes[j] * (1f / 16))))));
        sums[j] = Math.fma(weights[j], u, sums[j]);
      }
    }
  },

  /** For all others. */
  WIDEST(FloatExp.WIDEST_CHANGE) {
    @Override
    void addChanges(
        float[] weights, float[] values, LogitChange change, float[] changes, float[] sums) {
      change.of(values, changes);
      for (int j = 0; j < sums.length; j++) {
        float u = twice(twice(twice(narrow(changes[j] * (1f / 128)))));
        u = twice(twice(twice(twice(u))));
        sums[j] = Math.fma(weights[j], u, sums[j]);
      }
    }
  };

  /** Largest argument's size of any {@link #addChanges}. */
  public static final float WIDEST_CHANGE = 83;

  /** Largest argument's size of {@link #exp}. */
  public static final float LARGEST_POWER = 42;

  /** Up to which size of its arguments {@link #exp} takes fewer steps. */
  private static final float LARGEST_NEAR_POWER = 11.2f;

  private final float largest;

  FloatExp(float largest) {
    this.largest = largest;
  }

  /** The fastest one for arguments of at most this size. */
  public static FloatExp upTo(float size) {
    for (FloatExp one : values()) {
      if (size <= one.largest) {
        return one;
      }
    }
    return WIDEST;
  }

  /** The fastest one that all but a few of the arguments fit, given what each of them is not larger than. */
  static FloatExp upTo(float[] bounds, int few) {
    for (FloatExp one : values()) {
      int beyond = 0;
      for (float bound : bounds) {
        beyond += bound <= one.largest ? 0 : 1;
      }
      if (beyond <= few) {
        return one;
      }
    }
    return WIDEST;
  }

  /** Largest argument's size. */
  float largest() {
    return largest;
  }

  /**
   * {@code sums += weights (e^d - 1)} for the changes d of the values, the last factor off by less than {@code 1e-6 + 2e-7 |d|}
   * of it. In one loop where that is short enough for the compiler to vectorise it.
   *
   * @param changes room for d
   */
  abstract void addChanges(
      float[] weights, float[] values, LogitChange change, float[] changes, float[] sums);

  /**
   * {@code target = e^z}, off by less than {@code 4e-6 + 2e-7 |z|} of it, for {@code z = factor value + shift}.
   *
   * @param values at most as many as the target has places
   * @param largest no |z| is larger; at most {@link #LARGEST_POWER}
   */
  public static void exp(float[] values, float factor, float shift, float largest, float[] target) {
    if (largest <= LARGEST_NEAR_POWER) {
      nearExp(values, factor / 16, shift / 16, target);
    } else {
      wideExp(values, factor / 64, shift / 64, target);
    }
  }

  private static void nearExp(float[] values, float factor, float shift, float[] target) {
    for (int j = 0; j < values.length; j++) {
      float power = twice(narrow(Math.fma(values[j], factor, shift))) + 1;
      power *= power;
      power *= power;
      target[j] = power * power;
    }
  }

  private static void wideExp(float[] values, float factor, float shift, float[] target) {
    for (int j = 0; j < values.length; j++) {
      float power = twice(narrow(Math.fma(values[j], factor, shift))) + 1;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      target[j] = power * power;
    }
  }

  /** {@code e^x - 1} for sizes up to 0.14: {@code x^4} of the series is replaced by the nearest multiple of {@code x^2} there. */
  private static float small(float x) {
    float u = Math.fma(x, 1f / 24, 1f / 6 + .14f * .14f * .8284f / 120);
    u = Math.fma(u, x, .5f);
    return Math.fma(u, x, 1f) * x;
  }

  /**
   * {@code e^x - 1} for sizes up to 0.7, off by 4e-8 of it at most before rounding: the best factors there, not those of the
   * series. In pairs, which do not wait for one another; x is added by itself, since as the last term of a fused one the
   * compiler does not vectorise it.
   */
  private static float narrow(float x) {
    float square = x * x;
    float low = Math.fma(x, .16666655f, .5000003f);
    float middle = Math.fma(x, .008333896f, .041661665f);
    float high = Math.fma(x, 1.9899105e-4f, .0014098533f);
    return x + square * Math.fma(square, Math.fma(square, high, middle), low);
  }

  /** {@code e^2x - 1} of {@code e^x - 1}. */
  private static float twice(float u) {
    return Math.fma(u, u, u + u);
  }
}
