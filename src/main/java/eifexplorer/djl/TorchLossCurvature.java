package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import eifexplorer.math.LossCurvature;
import eifexplorer.math.SampleBlock;
import java.util.List;

/** Second derivatives on the device; see {@link LossCurvature}. */
final class TorchLossCurvature implements LossCurvature {
  private final DjlMatrixMath math;
  private final List<NDArray> arrays;
  private final Samples samples;
  private final DeviceMemory memory;

  /** Keeps what it needs of the samples. */
  TorchLossCurvature(DjlMatrixMath math, TorchWork work, Samples samples, float[][] reach) {
    this.math = math;
    this.samples = samples;
    this.memory = math.memory();
    this.arrays =
        List.of(
            work.upload(reach),
            work.in(values(samples.units())),
            work.in(values(samples.pulls())),
            work.in(values(samples.probabilities())),
            work.upload(samples.lengths()));
    memory.keep(this, arrays);
  }

  private static NDArray values(SampleBlock block) {
    return ((TorchBlock) block).values();
  }

  @Override
  public SampleBlock chain(SampleBlock base, double precision) {
    NDArray proxies = ((TorchFactor) samples.proxies()).values();
    return math.block(
        work ->
            work.run(
                KernelProgram.CHAIN,
                values(base),
                arrays.stream().map(work::in).toList(),
                List.of(work.in(proxies)),
                List.of(work.numbers(samples.scale() * samples.scale()))),
        this,
        base);
  }

  @Override
  public void close() {
    memory.close();
  }
}
