package eifexplorer.training;

import java.util.List;

/** Divides the training samples into batches, epoch after epoch; the same seed gives the same batches. */
public interface BatchSampler {
  /** The batches of the next epoch, indices of training samples. */
  List<int[]> nextEpoch();

  /** Batches an epoch. */
  int batchesPerEpoch();

  /** All that the next epochs depend on, to go on from later: orders, places in them and the random stream. */
  long[] state();

  /**
   * Goes on from a {@link #state} of a sampler of the same samples.
   *
   * @throws eifexplorer.problem.ProblemException if it is of other samples
   */
  void restore(long[] state);
}
