package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.Locale;

/** How the last feature map [n,C,h,w] becomes one vector an image [n,C]. */
public enum Pooling {
  /** The largest value of each channel; what the authors train with. */
  MAX,
  /** The mean of each channel. */
  AVERAGE,
  /** The class token of a network that has one; its other tokens are the map. */
  TOKEN;

  /** Reads {@code max}, {@code average}, {@code avg} or {@code token}. Throws {@link ProblemException} for anything else. */
  public static Pooling parse(String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "max" -> MAX;
      case "average", "avg" -> AVERAGE;
      case "token" -> TOKEN;
      default -> throw ProblemException.badValue("pooling", text, "max, average, token");
    };
  }

  /** The name {@link #parse} reads. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
