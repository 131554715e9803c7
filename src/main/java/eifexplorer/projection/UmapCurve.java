package eifexplorer.projection;

/**
 * UMAP's closeness of two places at distance d, {@code 1 / (1 + a d^(2b))}: the curve of this form that is nearest, by least
 * squares at 300 distances from 0 to 3, to one that is 1 up to the least distance and falls exponentially from there.
 *
 * @param a above 0
 * @param b above 0
 */
record UmapCurve(double a, double b) {
  private static final int POINTS = 300;
  private static final double FARTHEST = 3;
  private static final int STEPS = 200;

  /** The curve for a least distance, 0..1. */
  static UmapCurve of(double minDistance) {
    UmapCurve best = new UmapCurve(1.5, 0.9);
    double error = best.error(minDistance);
    double damping = 1e-3;
    for (int step = 0; step < STEPS && damping < 1e9; step++) {
      UmapCurve tried = best.step(minDistance, damping);
      double triedError = tried.a > 0 && tried.b > 0 ? tried.error(minDistance) : Double.NaN;
      if (triedError < error) {
        best = tried;
        error = triedError;
        damping = Math.max(1e-12, damping / 10);
      } else {
        damping *= 10;
      }
    }
    return best;
  }

  private static double x(int i) {
    return FARTHEST * i / (POINTS - 1);
  }

  private static double wanted(double x, double minDistance) {
    return x < minDistance ? 1 : StrictMath.exp(-(x - minDistance));
  }

  double value(double x) {
    return 1 / (1 + a * StrictMath.pow(x, 2 * b));
  }

  private double error(double minDistance) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double off = value(x(i)) - wanted(x(i), minDistance);
      sum += off * off;
    }
    return sum;
  }

  /** A step of Levenberg and Marquardt. */
  private UmapCurve step(double minDistance, double damping) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ga = 0;
    double gb = 0;
    for (int i = 1; i < POINTS; i++) {
      double x = x(i);
      double power = StrictMath.pow(x, 2 * b);
      double f = 1 / (1 + a * power);
      double da = -f * f * power;
      double db = -f * f * a * power * 2 * StrictMath.log(x);
      double off = f - wanted(x, minDistance);
      aa += da * da;
      ab += da * db;
      bb += db * db;
      ga += da * off;
      gb += db * off;
    }
    aa *= 1 + damping;
    bb *= 1 + damping;
    double determinant = aa * bb - ab * ab;
    return new UmapCurve(
        a - (ga * bb - gb * ab) / determinant, b - (gb * aa - ga * ab) / determinant);
  }
}
