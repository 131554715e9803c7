package eifexplorer.retrain;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which training images a model is to do without.
 *
 * @param images training indices, at least one
 * @param seeds of the batches' order, one training each
 */
public record LeaveOutRequest(SortedSet<Integer> images, List<Long> seeds) {
  /** Copies the collections. Throws {@link ProblemException} if one is empty. */
  public LeaveOutRequest {
    images = new TreeSet<>(images);
    seeds = List.copyOf(seeds);
    if (images.isEmpty()) {
      throw ProblemException.badValue("number of training images left out", 0, "1 or more");
    }
    if (seeds.isEmpty()) {
      throw ProblemException.badValue("number of seeds", 0, "1 or more");
    }
  }

  /** What each training image counts [N]: 1, or 0 for those left out. */
  double[] weights(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    images.forEach(image -> weights[image] = 0);
    return weights;
  }

  /** The control: as many images, drawn at random, anew for each seed. */
  double[] randomWeights(int n, long seed) {
    int[] order = IntStream.range(0, n).toArray();
    Random random = new Random(seed);
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    for (int k = 0; k < images.size(); k++) {
      int j = k + random.nextInt(n - k);
      weights[order[j]] = 0;
      order[j] = order[k];
    }
    return weights;
  }
}
