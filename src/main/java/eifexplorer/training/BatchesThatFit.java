package eifexplorer.training;

import eifexplorer.engine.DeviceMemoryException;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.image.ImageBatch;
import eifexplorer.problem.ProblemException;

/** Finds out, after a batch was too large for the device's memory, which would not be. */
final class BatchesThatFit {
  private final TrainableNetwork network;
  private final BatchPlan plan;

  /** The network is of no use afterwards: its batch normalisation has moved. */
  BatchesThatFit(TrainableNetwork network, BatchPlan plan) {
    this.network = network;
    this.plan = plan;
  }

  /** The failure with what to do about it. */
  ProblemException explain(ImageBatch batch, DeviceMemoryException failure) {
    for (int n = batch.count() / 2; n >= 1; n /= 2) {
      if (fits(batch, n)) {
        int parts = (batch.count() + n - 1) / n;
        return new DeviceMemoryException(
            batch.count(),
            batch.height(),
            batch.width(),
            "Batches of "
                + n
                + " fit: make classes times samplesPerClass as small ("
                + plan.classes()
                + " times "
                + plan.samplesPerClass()
                + " now), and accumulate "
                + parts * plan.accumulate()
                + " for as many images a step.",
            failure);
      }
    }
    return failure;
  }

  private boolean fits(ImageBatch batch, int n) {
    try {
      float[] embeddings = network.forward(batch.pixels(), n, batch.height(), batch.width());
      network.backward(new float[embeddings.length]);
      return true;
    } catch (DeviceMemoryException e) {
      return false;
    }
  }
}
