package eifexplorer.djl;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Machines, most of them virtual, that do not tell the sizes of their processor's caches. oneDNN divides convolutions into
 * blocks by these sizes: without them its kernels for AVX2 and later give wrong gradients (seen: a loss of 7.585 for 7.608
 * after one step, or NaN) or divide by zero, which ends the program. Its kernels for AVX are right.
 */
final class HiddenCaches {
  private static final Path FIRST_PROCESSOR = Path.of("/sys/devices/system/cpu/cpu0");

  private HiddenCaches() {}

  /** Whether this is such a machine; only Linux on x86-64 can be asked. */
  static boolean areHere() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64")
        && areHidden(FIRST_PROCESSOR);
  }

  /**
   * Whether Linux was told of no cache.
   *
   * @param processor its folder in {@code /sys}
   */
  static boolean areHidden(Path processor) {
    return Files.isDirectory(processor) && !Files.exists(processor.resolve("cache/index0"));
  }
}
