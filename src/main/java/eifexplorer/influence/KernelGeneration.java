package eifexplorer.influence;

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
}
