package eifexplorer.training;

/**
 * A number of a loss, by name.
 *
 * @param key its name in our files
 * @param authorsKey its name in the authors' configuration files
 * @param symbol its name for people, such as λ
 * @param value what it is
 */
public record LossConstant(String key, String authorsKey, String symbol, double value) {
  /** Key of the number of centres a class, a whole number; losses without it have one. */
  public static final String CENTRES = "centresPerClass";

  /** Key of the margin of the own class. */
  public static final String MARGIN = "margin";

  static final String SCALE = "scale";

  static LossConstant scale(String authorsKey, double value) {
    return new LossConstant(SCALE, authorsKey, SCALE, value);
  }

  static LossConstant margin(String authorsKey, double value) {
    return new LossConstant(MARGIN, authorsKey, MARGIN, value);
  }

  /** Whether only whole numbers are allowed. */
  public boolean isWhole() {
    return key.equals(CENTRES);
  }
}
