package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.Engine;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.JobContext;
import eifexplorer.training.EpochReport;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import java.util.List;
import java.util.function.Supplier;

/** Trains whole networks. */
final class NetworkTraining {
  private final Supplier<Engine> engine;

  NetworkTraining(Supplier<Engine> engine) {
    this.engine = engine;
  }

  record Result(
      StateDict backbone, EmbeddingHead head, Proxies proxies, List<EpochReport> epochs) {}

  Result train(
      TrainingPlan plan,
      ImageDataset dataset,
      BackboneSource start,
      TrainingObserver observer,
      JobContext context) {
    throw new IllegalStateException("" + engine);
  }
}
