package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.Engine;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.InitialWeights;
import eifexplorer.training.NetworkTrainer;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Trains whole networks on the images of a data set. */
final class NetworkTraining {
  private final Supplier<Engine> engine;

  NetworkTraining(Supplier<Engine> engine) {
    this.engine = engine;
  }

  NetworkTrainer.Result train(
      TrainingPlan plan,
      ImageDataset dataset,
      BackboneSource start,
      TrainingObserver observer,
      JobContext context) {
    if (start.program().isPresent()) {
      throw new ProblemException(
          "A TorchScript program is not trained",
          "",
          "Train its head only, with a frozen back bone.");
    }
    EmbeddingHead head = head(plan, start);
    List<Path> files =
        dataset.train().stream().map(sample -> dataset.file(sample).orElseThrow()).toList();
    int width = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (TrainableNetwork network =
            engine.get().openTrainable(start.spec(), start.weights(), head.weight(), head.bias());
        Workers workers = new Workers("decode", width)) {
      return new NetworkTrainer(workers)
          .train(network, files, dataset.trainLabels(), plan, observer, context);
    }
  }

  /** The head the weights came with if it is of the plan's size, else a new one. */
  private static EmbeddingHead head(TrainingPlan plan, BackboneSource start) {
    int size = plan.network().embeddingSize();
    return start
        .embeddingHead()
        .filter(given -> given.embeddingSize() == size)
        .orElseGet(() -> InitialWeights.uniformHead(size, start.spec().featureSize(), plan.seed()));
  }
}
