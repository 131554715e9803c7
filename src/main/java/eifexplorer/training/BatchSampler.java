package eifexplorer.training;

import java.util.List;

/** Divides the training samples into batches, epoch after epoch; the same seed gives the same batches. */
public interface BatchSampler {
  /** The batches of the next epoch, indices of training samples. */
  List<int[]> nextEpoch();

  /** Batches an epoch. */
  int batchesPerEpoch();
}
