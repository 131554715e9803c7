package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How Pillow weighs the pixels around a place when it resizes. */
public enum ResizeFilter {
  /** Each pixel its own area. */
  BOX(0.5) {
    @Override
    double weight(double x) {
      return x > -0.5 && x <= 0.5 ? 1 : 0;
    }
  },
  /** A triangle: what torchvision resizes with unless told otherwise. */
  BILINEAR(1) {
    @Override
    double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  /** Keys' cubic with a = -0.5. */
  BICUBIC(2) {
    private static final double A = -0.5;

    @Override
    double weight(double x) {
      double d = Math.abs(x);
      if (d < 1) {
        return ((A + 2) * d - (A + 3)) * d * d + 1;
      }
      return d < 2 ? (((d - 5) * d + 8) * d - 4) * A : 0;
    }
  },
  /** A sine divided by its argument, three zeros wide. */
  LANCZOS(3) {
    @Override
    double weight(double x) {
      return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }

    private double sinc(double x) {
      return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }
  };

  private final double support;

  ResizeFilter(double support) {
    this.support = support;
  }

  /** How far from the middle it reaches, in pixels of the smaller picture. */
  double support() {
    return support;
  }

  /** The weight of a pixel so far from the middle. */
  abstract double weight(double x);

  /** Reads {@code bilinear} and the others. Throws {@link ProblemException} for anything else. */
  public static ResizeFilter parse(String text) {
    return Arrays.stream(values())
        .filter(filter -> filter.text().equals(text.trim().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> ProblemException.badValue("filter", text, allowed()));
  }

  private static String allowed() {
    return Arrays.stream(values()).map(ResizeFilter::text).collect(Collectors.joining(", "));
  }

  /** The name {@link #parse} reads. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
