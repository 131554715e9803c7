package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import eifexplorer.math.FactorRows;
import java.util.List;

/** Rows on the device. */
final class TorchFactor implements FactorRows {
  private final NDArray values;
  private final DeviceMemory memory;

  /** Takes over rows [r,k]. */
  TorchFactor(DjlMatrixMath math, NDArray values) {
    this.values = values;
    this.memory = math.memory();
    memory.keep(this, List.of(values));
  }

  NDArray values() {
    return values;
  }

  @Override
  public int rows() {
    return (int) values.size(0);
  }

  @Override
  public void close() {
    memory.close();
  }
}
