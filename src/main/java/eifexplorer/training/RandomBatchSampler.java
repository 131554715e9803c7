package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Batches of samples whatever their class: all samples shuffled, cut into whole batches; the rest waits an epoch. */
public final class RandomBatchSampler implements BatchSampler {
  private final int[] samples;
  private final int batchSize;
  private final int batches;
  private RandomStream random;

  /**
   * Batches of {@code batchSize} out of {@code count} samples; as many an epoch as {@link BalancedBatchSampler} gives.
   *
   * @throws ProblemException if there are not more samples than a batch takes
   */
  public RandomBatchSampler(int count, int batchSize, long seed) {
    if (batchSize < 1) {
      throw ProblemException.badValue("batch size", batchSize, "1 or more");
    }
    this.samples = new int[count];
    Arrays.setAll(samples, i -> i);
    this.batchSize = batchSize;
    this.batches = BalancedBatchSampler.wholeBatches(count, batchSize);
    this.random = new RandomStream(seed);
  }

  @Override
  public int batchesPerEpoch() {
    return batches;
  }

  @Override
  public List<int[]> nextEpoch() {
    Shuffle.all(samples, random);
    List<int[]> epoch = new ArrayList<>(batches);
    for (int b = 0; b < batches; b++) {
      epoch.add(Arrays.copyOfRange(samples, b * batchSize, (b + 1) * batchSize));
    }
    return epoch;
  }

  @Override
  public long[] state() {
    return SamplerState.of(random, List.of(samples));
  }

  @Override
  public void restore(long[] state) {
    random = SamplerState.restore(state, List.of(samples));
  }
}
