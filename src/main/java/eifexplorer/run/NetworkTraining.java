package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.ComputePool;
import eifexplorer.job.Workers;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BackboneSource;
import eifexplorer.problem.ProblemException;
import eifexplorer.run.ModelTraining.Task;
import eifexplorer.training.Checkpoint;
import eifexplorer.training.InitialWeights;
import eifexplorer.training.NetworkTrainer;
import eifexplorer.training.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Trains whole networks on the images of a data set. */
public final class NetworkTraining {
  private final Supplier<Engine> engine;
  private final MatrixMath math;

  /** Trains on an engine, which is started when the first network is trained. */
  public NetworkTraining(Supplier<Engine> engine, MatrixMath math) {
    this.engine = engine;
    this.math = math;
  }

  /** The engine, its device and threads. */
  String machine() {
    EngineReport report = engine.get().report();
    String threads = report.threads() == 1 ? "1 thread" : report.threads() + " threads";
    return report.device() + ", " + threads + ", " + report.runtime() + ", " + report.binding();
  }

  boolean isOnGpu() {
    return engine.get().report().device().isGpu();
  }

  NetworkTrainer.Result train(Task task) {
    if (task.start().program().isPresent()) {
      throw new ProblemException(
          "A network that is run as it is (TorchScript, ONNX) is not trained",
          "",
          "Train its head only, with a frozen back bone.");
    }
    ImageDataset dataset = task.prepared().corrected();
    List<Path> files = dataset.files(dataset.train());
    int width = ComputePool.shared().threads();
    try (TrainableNetwork network = open(task);
        Workers workers = new Workers("decode", width)) {
      NetworkMeasurement measurement =
          new NetworkMeasurement(network, dataset, task.plan(), workers, math);
      RunWatch watch =
          new RunWatch(
              task.files(),
              task.observer(),
              task.context(),
              head -> measurement.measure(head, task.context()));
      return new NetworkTrainer(workers)
          .train(
              network,
              files,
              dataset.trainLabels(),
              task.plan(),
              watch,
              task.checkpoints(),
              task.context());
    }
  }

  /** The network as the run's last checkpoint left it, or as it begins. */
  private TrainableNetwork open(Task task) {
    Optional<Checkpoint> last = task.checkpoints().last();
    EmbeddingHead head = last.map(Checkpoint::head).orElseGet(() -> head(task));
    StateDict weights = last.map(Checkpoint::backbone).orElse(task.start().weights());
    return engine.get().openTrainable(task.start().spec(), weights, head.weight(), head.bias());
  }

  /** The head the weights came with if it is of the plan's size, else a new one. */
  private static EmbeddingHead head(Task task) {
    TrainingPlan plan = task.plan();
    int size = plan.network().embeddingSize();
    BackboneSource start = task.start();
    return start
        .embeddingHead()
        .filter(given -> given.embeddingSize() == size)
        .orElseGet(() -> InitialWeights.uniformHead(size, start.spec().featureSize(), plan.seed()));
  }
}
