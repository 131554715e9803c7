package eifexplorer.influence;

import eifexplorer.math.MatrixMath;

/**
 * The generation of the numbers that this package's kernels and the neighbour search give; part of the identity of
 * everything that is kept of them, in a development build too, whose version says nothing.
 *
 * <p>Raise it by one with every change after which the same input may give other scores, neighbours or orders: a mended
 * formula, another default, another summation where a golden case moves. Not for changes of speed alone.
 */
public final class KernelGeneration {
  /** The present one. */
  public static final int CURRENT = 1;

  private KernelGeneration() {}

  /**
   * The present one of these kernels, for scores, surveys, neighbours and trained heads: Java's and PyTorch's agree to rounding
   * only, and who compares them must not be answered with what the other kept. It is not part of what is made once for both:
   * cosines in a file, which like features both compute from; maps; and experiments, which go on with Java's kernels where a
   * device failed.
   */
  public static String of(MatrixMath math) {
    String kernels = math.kernels();
    return kernels.equals("java") ? String.valueOf(CURRENT) : CURRENT + " " + kernels;
  }
}
