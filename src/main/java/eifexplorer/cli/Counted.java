package eifexplorer.cli;

import java.util.Locale;

/** Numbers of things in words. */
final class Counted {
  private Counted() {}

  /** {@code 1 decision}, {@code 57 decisions}. */
  static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /** A metric's value: a number of samples is whole, all else has four digits. */
  static String metric(String name, double value) {
    return String.format(Locale.ROOT, name.startsWith("samples") ? "%.0f" : "%.4f", value);
  }

  /** {@code 1 class}, {@code 25 classes}. */
  static String of(long number, String one, String many) {
    return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : many);
  }
}
