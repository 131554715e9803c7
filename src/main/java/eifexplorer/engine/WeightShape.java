package eifexplorer.engine;

import java.util.Arrays;

/** Name and shape of one weight or counter of a network; a shape without axes is a counter (int64). */
public record WeightShape(String name, int... shape) {
  /** Whether it counts training batches and has no part in the network's output. */
  public boolean isCounter() {
    return shape.length == 0;
  }

  /** Whether it is the kernel of a convolution. */
  public boolean isKernel() {
    return shape.length == 4;
  }

  /** Whether it holds the factors a branch ends with. */
  public boolean isBranchScale() {
    return name.matches(".*\\.(layer_scale|ls\\d)");
  }

  /** Whether training moves it by its gradient; running statistics and counters are moved otherwise or not at all. */
  public boolean isTrained() {
    return !isCounter() && !name.endsWith(".running_mean") && !name.endsWith(".running_var");
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(shape);
  }
}
