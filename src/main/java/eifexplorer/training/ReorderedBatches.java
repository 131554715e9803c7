package eifexplorer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The batches of another sampler, each epoch's in another order: two runs then differ in when a batch is learnt from, not in
 * what it is made of.
 */
public final class ReorderedBatches implements BatchSampler {
  private final BatchSampler batches;
  private RandomStream random;

  /**
   * Reorders.
   *
   * @param batches drawn from here on by this sampler alone
   * @param order seed of the order
   */
  public ReorderedBatches(BatchSampler batches, long order) {
    this.batches = batches;
    this.random = new RandomStream(order);
  }

  @Override
  public List<int[]> nextEpoch() {
    List<int[]> drawn = batches.nextEpoch();
    int[] places = new int[drawn.size()];
    Arrays.setAll(places, i -> i);
    Shuffle.all(places, random);
    List<int[]> epoch = new ArrayList<>(places.length);
    for (int place : places) {
      epoch.add(drawn.get(place));
    }
    return epoch;
  }

  @Override
  public int batchesPerEpoch() {
    return batches.batchesPerEpoch();
  }

  @Override
  public long[] state() {
    long[] drawn = batches.state();
    long[] state = Arrays.copyOf(drawn, drawn.length + 1);
    state[drawn.length] = random.state();
    return state;
  }

  @Override
  public void restore(long[] state) {
    int last = Math.max(0, state.length - 1);
    batches.restore(Arrays.copyOf(state, last));
    random = new RandomStream(state[last]);
  }
}
