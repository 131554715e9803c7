package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import eifexplorer.math.RankedRows;
import java.util.ArrayList;
import java.util.List;

/** Rows on the device; only candidates leave it. */
final class TorchRankedRows implements RankedRows {
  private final DjlMatrixMath math;
  private final NDArray rows;
  private final DeviceMemory memory;

  /** Takes over rows [n,k]. */
  TorchRankedRows(DjlMatrixMath math, NDArray rows) {
    this.math = math;
    this.rows = rows;
    this.memory = math.memory();
    memory.keep(this, List.of(rows));
  }

  @Override
  public void nearest(Queries queries, Bounds bounds, int[] keys, int k, Found found) {
    double[] packed = math.within(work -> packed(work, queries, bounds, keys, k), this);
    double[] thresholds = queries.thresholds();
    System.arraycopy(packed, 0, thresholds, 0, thresholds.length);
    int n = (packed.length - thresholds.length) / 4;
    int start = thresholds.length;
    for (int i = start; i < start + n; i++) {
      found.add((int) packed[i], (int) packed[i + n], packed[i + 2 * n], packed[i + 3 * n]);
    }
  }

  private double[] packed(TorchWork work, Queries queries, Bounds bounds, int[] keys, int k) {
    int count = queries.lengths().length;
    NDArray asked = work.upload(queries.values(), count, (int) rows.size(1));
    List<NDArray> arrays = new ArrayList<>(List.of(work.in(rows)));
    for (double[] values :
        List.of(
            bounds.offsets(),
            bounds.scales(),
            bounds.slopes(),
            bounds.lengths(),
            queries.lengths(),
            queries.thresholds())) {
      arrays.add(work.exact(values));
    }
    if (queries.keys().length > 0) {
      arrays.add(work.memory().create(queries.keys()));
      arrays.add(work.memory().create(keys));
    }
    NDArray numbers = work.numbers(bounds.square(), k);
    return work.run(KernelProgram.NEAREST, asked, arrays, List.of(numbers)).toDoubleArray();
  }

  @Override
  public void close() {
    memory.close();
  }
}
