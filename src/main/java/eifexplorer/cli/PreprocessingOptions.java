package eifexplorer.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What options about the preparing of images have in common. */
final class PreprocessingOptions {
  static final String FIELDS =
      "What else is done to images, in quotes: side=short|long|both,"
          + " filter=bilinear|bicubic|lanczos|box, mean=R,G,B std=R,G,B, order=rgb|bgr, range=1|255"
          + " (default: what such a file says; else side=short filter=bilinear and ImageNet's mean"
          + " and std).";

  private PreprocessingOptions() {}

  static OptionalInt whole(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
