package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import eifexplorer.math.FactorRows;
import eifexplorer.math.SampleBlock;
import java.util.List;

/** Samples [n,k] on the device. */
final class TorchBlock implements SampleBlock {
  private static final int[] ALONG_ROWS = {1};

  private final DjlMatrixMath math;
  private final NDArray values;
  private final DeviceMemory memory;

  /** Takes over samples [n,k], which belong to the work under way. */
  TorchBlock(DjlMatrixMath math, NDArray values) {
    this.math = math;
    this.values = values;
    this.memory = math.memory();
  }

  NDArray values() {
    return values;
  }

  @Override
  public int width() {
    return (int) values.size(0);
  }

  @Override
  public int depth() {
    return (int) values.size(1);
  }

  @Override
  public double[] squares() {
    return math.within(
        work -> {
          NDArray exact = work.in(values).toType(DataType.FLOAT64, false);
          return exact.square().sum(ALONG_ROWS).toDoubleArray();
        },
        this);
  }

  @Override
  public float[][] times(float[][] rows) {
    return math.within(
        work -> work.rows(work.upload(rows).matMul(work.in(values).transpose())), this);
  }

  @Override
  public SampleBlock times(FactorRows rows) {
    NDArray factor = ((TorchFactor) rows).values();
    return math.block(work -> work.in(values).matMul(work.in(factor).transpose()), this, rows);
  }

  @Override
  public SampleBlock plus(float[] row) {
    return math.block(work -> work.in(values).add(work.upload(row)), this);
  }

  @Override
  public SampleBlock scaled(double[] factors) {
    return math.block(work -> work.in(values).mul(work.column(factors)), this);
  }

  @Override
  public SampleBlock plusScaled(double[] factors, SampleBlock other) {
    NDArray theirs = ((TorchBlock) other).values;
    return math.block(
        work -> work.in(values).add(work.in(theirs).mul(work.column(factors))), this, other);
  }

  @Override
  public SampleBlock timesEach(SampleBlock other) {
    NDArray theirs = ((TorchBlock) other).values;
    return math.block(work -> work.in(values).mul(work.in(theirs)), this, other);
  }

  @Override
  public double[] dots(SampleBlock other) {
    NDArray theirs = ((TorchBlock) other).values;
    return math.within(
        work ->
            work.in(values)
                .toType(DataType.FLOAT64, false)
                .mul(work.in(theirs))
                .sum(ALONG_ROWS)
                .toDoubleArray(),
        this,
        other);
  }

  @Override
  public float[][] transposedTimes(SampleBlock other) {
    NDArray theirs = ((TorchBlock) other).values;
    return math.within(
        work -> work.rows(work.in(values).transpose().matMul(work.in(theirs))), this, other);
  }

  @Override
  public SampleBlock probabilities(int[] labels, double scale, double ownShift) {
    return math.block(
        work ->
            work.run(
                KernelProgram.PROBABILITIES,
                values,
                List.of(work.labels(labels)),
                List.of(work.numbers(scale, ownShift))),
        this);
  }

  @Override
  public SampleBlock lessOne(int[] columns) {
    return math.block(
        work -> {
          NDArray own = work.labels(columns).oneHot(depth()).reshape(width(), depth());
          return work.in(values).sub(own.toType(DataType.FLOAT32, false));
        },
        this);
  }

  @Override
  public float[][] columns() {
    return math.within(work -> work.rows(work.in(values).transpose()), this);
  }

  @Override
  public SoftmaxBlock softmax(double[] factors, int[] labels, double scale, double ownShift) {
    boolean alone = TorchWork.current(math) == null;
    return math.within(
        work -> {
          List<NDArray> lists = List.of(work.upload(factors), work.labelRow(labels));
          NDArray differences = work.run(KernelProgram.DIFFERENCES, values, lists);
          SoftmaxBlock losses = new TorchLosses(math, differences, labels, scale, ownShift);
          return alone ? losses.keep() : losses;
        },
        this);
  }

  @Override
  public SampleBlock keep() {
    memory.keep(this, List.of(values));
    return this;
  }

  @Override
  public void close() {
    memory.close();
  }
}
