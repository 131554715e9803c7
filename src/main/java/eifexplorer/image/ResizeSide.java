package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.util.Locale;

/** Which sides of a picture are brought to the length asked for. */
public enum ResizeSide {
  /** The shorter side; the longer in proportion. As torchvision's {@code Resize(n)}. */
  SHORT,
  /** The longer side; the shorter in proportion. The crop then puts the picture in the middle of a black square. */
  LONG,
  /** Both sides, whatever the picture's proportions. As torchvision's {@code Resize((n, n))}. */
  BOTH;

  /** Reads {@code short}, {@code long} or {@code both}. Throws {@link ProblemException} for anything else. */
  public static ResizeSide parse(String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "short" -> SHORT;
      case "long" -> LONG;
      case "both" -> BOTH;
      default -> throw ProblemException.badValue("side", text, "short, long, both");
    };
  }

  /** The name {@link #parse} reads. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
