package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Batches of some classes with some samples each, as the authors draw them.
 *
 * <p>Each class keeps its shuffled samples and a place in them, across batches and epochs; when fewer samples remain than
 * a batch takes, the class is shuffled again. A class with fewer samples than that gives what it has, and the batch is
 * short. An epoch ends before the number of samples drawn would <i>reach</i> N, so it has ceil(N / batch) - 1 batches.
 */
public final class BalancedBatchSampler implements BatchSampler {
  private final int[][] samplesOfClass;
  private final int[] places;
  private final int[] order;
  private final int classesPerBatch;
  private final int samplesPerClass;
  private final int batches;
  private RandomStream random;

  /**
   * Groups the samples.
   *
   * @param labels [N]
   * @param classesPerBatch at least 1
   * @param samplesPerClass at least 1
   * @throws ProblemException if there are fewer classes than a batch takes, or too few samples for one batch
   */
  public BalancedBatchSampler(int[] labels, int classesPerBatch, int samplesPerClass, long seed) {
    this.samplesOfClass = group(labels);
    this.places = new int[samplesOfClass.length];
    this.order = new int[samplesOfClass.length];
    this.classesPerBatch = classesPerBatch;
    this.samplesPerClass = samplesPerClass;
    this.random = new RandomStream(seed);
    if (classesPerBatch < 1 || classesPerBatch > samplesOfClass.length) {
      throw ProblemException.badValue(
          "classes per batch",
          classesPerBatch,
          "1 to " + samplesOfClass.length + ", the number of classes in the training samples");
    }
    if (samplesPerClass < 1) {
      throw ProblemException.badValue("samples per class", samplesPerClass, "1 or more");
    }
    this.batches = wholeBatches(labels.length, (long) classesPerBatch * samplesPerClass);
    Arrays.setAll(order, c -> c);
    for (int[] samples : samplesOfClass) {
      Shuffle.all(samples, random);
    }
  }

  /** ceil(n / size) - 1, refusing none. */
  static int wholeBatches(int n, long size) {
    if (size >= n) {
      throw ProblemException.badValue(
          "batch size", size, "less than the number of training samples, " + n);
    }
    return (int) ((n - 1) / size);
  }

  private static int[][] group(int[] labels) {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      groups.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
    }
    return groups.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  @Override
  public int batchesPerEpoch() {
    return batches;
  }

  @Override
  public List<int[]> nextEpoch() {
    List<int[]> epoch = new ArrayList<>(batches);
    for (int b = 0; b < batches; b++) {
      epoch.add(nextBatch());
    }
    return epoch;
  }

  @Override
  public long[] state() {
    return SamplerState.of(random, arrays());
  }

  @Override
  public void restore(long[] state) {
    random = SamplerState.restore(state, arrays());
  }

  private List<int[]> arrays() {
    List<int[]> arrays = new ArrayList<>(List.of(order, places));
    arrays.addAll(Arrays.asList(samplesOfClass));
    return arrays;
  }

  private int[] nextBatch() {
    int[] batch = new int[classesPerBatch * samplesPerClass];
    int filled = 0;
    Shuffle.first(order, classesPerBatch, random);
    for (int k = 0; k < classesPerBatch; k++) {
      int c = order[k];
      int[] samples = samplesOfClass[c];
      int taken = Math.min(samplesPerClass, samples.length - places[c]);
      System.arraycopy(samples, places[c], batch, filled, taken);
      filled += taken;
      places[c] += samplesPerClass;
      if (places[c] + samplesPerClass > samples.length) {
        Shuffle.all(samples, random);
        places[c] = 0;
      }
    }
    return Arrays.copyOf(batch, filled);
  }
}
