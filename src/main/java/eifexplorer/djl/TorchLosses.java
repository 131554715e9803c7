package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import eifexplorer.math.CosineMove;
import eifexplorer.math.SampleBlock;
import eifexplorer.math.SampleBlock.SoftmaxBlock;
import java.util.ArrayList;
import java.util.List;

/** Cross-entropy on the device; see {@link eifexplorer.math.SampleBlock.LossBlock}. */
final class TorchLosses implements SoftmaxBlock {
  private final DjlMatrixMath math;
  private final NDArray differences;
  private final NDArray labels;
  private final double scale;
  private final double ownShift;
  private final DeviceMemory memory;

  /** Takes over cosines [n,C] less that of the own class, and labels [n,1]. */
  TorchLosses(
      DjlMatrixMath math, NDArray differences, NDArray labels, double scale, double ownShift) {
    this.math = math;
    this.differences = differences;
    this.labels = labels;
    this.scale = scale;
    this.ownShift = ownShift;
    this.memory = math.memory();
  }

  @Override
  public double[] losses() {
    return math.within(
        work ->
            work.run(
                    KernelProgram.LOSSES,
                    differences,
                    List.of(work.in(labels)),
                    List.of(work.numbers(scale, ownShift)))
                .toDoubleArray(),
        this);
  }

  @Override
  public double[][] changes(double[] losses, List<CosineMove> moves) {
    return math.within(
        work -> {
          List<NDArray> stretches = new ArrayList<>();
          List<NDArray> moved = new ArrayList<>();
          List<NDArray> factors = new ArrayList<>();
          for (CosineMove move : moves) {
            stretches.add(work.upload(move.stretch()));
            moved.add(work.upload(move.moved()));
            factors.add(work.upload(move.proxyProducts()));
          }
          NDArray changes =
              work.run(
                  KernelProgram.CHANGES,
                  differences,
                  List.of(work.in(labels), work.exact(losses)),
                  List.of(work.numbers(scale, ownShift)),
                  stretches,
                  moved,
                  factors);
          return split(changes.toDoubleArray(), moves.size());
        },
        this);
  }

  private static double[][] split(double[] flat, int rows) {
    double[][] split = new double[rows][flat.length / rows];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(flat, r * split[r].length, split[r], 0, split[r].length);
    }
    return split;
  }

  @Override
  public SampleBlock probabilities() {
    return math.block(
        work ->
            work.run(
                KernelProgram.PROBABILITIES,
                differences,
                List.of(work.in(labels)),
                List.of(work.numbers(scale, ownShift))),
        this);
  }

  @Override
  public float[][] kept() {
    return math.within(work -> work.rows(work.in(differences).transpose()), this);
  }

  @Override
  public SoftmaxBlock keep() {
    memory.keep(this, List.of(differences, labels));
    return this;
  }

  @Override
  public void close() {
    memory.close();
  }
}
