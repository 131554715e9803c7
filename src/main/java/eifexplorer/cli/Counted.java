package eifexplorer.cli;

import java.util.Locale;

/** Numbers of things in words. */
final class Counted {
  private Counted() {}

  /** {@code 1 decision}, {@code 57 decisions}. */
  static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /** {@code 1 class}, {@code 25 classes}. */
  static String of(long number, String one, String many) {
    return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : many);
  }
}
