package eifexplorer.projection;

/**
 * Colours of classes, as many as are wanted: hues a golden angle apart, so that neighbouring numbers differ most, in three
 * lightnesses by turns. Computed in OKLCH (Ottosson, 2020), where equal lightness looks equally light.
 */
public final class ClassColours {
  private static final double GOLDEN_ANGLE = 137.50776405;
  private static final double[] LIGHT_GROUND = {0.55, 0.66, 0.46};
  private static final double[] DARK_GROUND = {0.74, 0.62, 0.84};
  private static final double CHROMA = 0.145;

  private ClassColours() {}

  /** The colour of a class on a dark or light ground, 0xffRRGGBB. */
  public static int of(int label, boolean dark) {
    double[] lightness = dark ? DARK_GROUND : LIGHT_GROUND;
    return oklch(lightness[Math.floorMod(label, 3)], CHROMA, 25 + label * GOLDEN_ANGLE);
  }

  /** From one colour to another, 0xAARRGGBB, a share of the way. */
  public static int mixed(int from, int to, double share) {
    double s = Math.max(0, Math.min(1, share));
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int a = from >>> shift & 255;
      int b = to >>> shift & 255;
      mixed |= (int) Math.round(a + s * (b - a)) << shift;
    }
    return mixed;
  }

  /** Viridis (van der Walt, Smith): from dark blue at 0 by green to yellow at 1. */
  public static int scale(double share) {
    int[] stops = {0xff440154, 0xff3b528b, 0xff21918c, 0xff5ec962, 0xfffde725};
    double at = Math.max(0, Math.min(1, share)) * (stops.length - 1);
    int below = Math.min(stops.length - 2, (int) at);
    return mixed(stops[below], stops[below + 1], at - below);
  }

  private static int oklch(double lightness, double chroma, double degrees) {
    double a = chroma * Math.cos(Math.toRadians(degrees));
    double b = chroma * Math.sin(Math.toRadians(degrees));
    double l = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return 0xff000000
        | channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
        | channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
        | channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
  }

  private static double cubed(double v) {
    return v * v * v;
  }

  private static int channel(double linear) {
    double v = Math.max(0, Math.min(1, linear));
    double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * encoded);
  }
}
