package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.CorrectedFeatures;
import eifexplorer.model.Measurement;
import eifexplorer.training.Checkpoint;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.NetworkPlan.Precision;
import eifexplorer.training.NetworkTrainer;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingPlan;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains what a run is about: a head on the features of its data set, or a whole network on the images. */
public final class ModelTraining {
  private final MatrixMath math;
  private final BackboneFeatures features;
  private final NetworkTraining networks;

  /** Trains heads on features, and whole networks with {@code networks}. */
  public ModelTraining(MatrixMath math, BackboneFeatures features, NetworkTraining networks) {
    this.math = math;
    this.features = features;
    this.networks = networks;
  }

  /**
   * What a run needs while it is under way.
   *
   * @param prepared all that decides it
   */
  record Task(
      Workspace workspace,
      RunFiles files,
      RunCheckpoints checkpoints,
      PreparedRun prepared,
      RunObserver observer,
      JobContext context) {
    /** With the data set's own labels. */
    ImageDataset dataset() {
      return prepared.dataset();
    }

    BackboneSource start() {
      return prepared.start();
    }

    TrainingPlan plan() {
      return prepared.plan();
    }
  }

  /** What a run of a plan computes with; starts the engine if it is needed. */
  String machine(TrainingPlan plan) {
    return plan.network().frozen() ? "CPU, Java " + Runtime.version() : networks.machine();
  }

  /** What is worth knowing of a plan on this device; empty if nothing is. Starts the engine if it is needed. */
  List<String> remarks(TrainingPlan plan) {
    boolean mixed = plan.network().precision() == Precision.MIXED;
    return mixed && !networks.isOnGpu()
        ? List.of(
            "Mixed precision on a CPU: faster only where the processor computes bfloat16 itself.")
        : List.of();
  }

  Trained train(Task task) {
    return task.plan().network().frozen() ? head(task) : network(task);
  }

  private Trained head(Task task) {
    Preprocessing preprocessing = preprocessing(task.plan());
    Fingerprint key = BackboneFeatures.fingerprint(task.dataset(), preprocessing, task.start());
    DatasetFeatures found =
        CorrectedFeatures.of(
            extract(task, key, preprocessing, task.start()),
            task.prepared().labels().corrections());
    RunWatch watch =
        new RunWatch(
            task.files(),
            task.observer(),
            task.context(),
            head -> measure(found, head, task.context()));
    TrainedHead trained =
        new HeadTrainer(math)
            .train(
                found.train(),
                found.dataset().trainLabels(),
                task.plan(),
                watch,
                task.checkpoints(),
                task.context());
    Optional<Checkpoint> best = bestIfWanted(task);
    int centres = task.plan().loss().centresPerClass();
    return new Trained(
        task.start(),
        best.map(Checkpoint::head).orElse(trained.head()),
        best.map(checkpoint -> checkpoint.proxies(centres)).orElse(trained.proxies()),
        key,
        found,
        epochOf(task, best));
  }

  private Map<String, Double> measure(
      DatasetFeatures found, EmbeddingHead head, JobContext context) {
    return new Measurement(math)
        .epoch(found.dataset(), Embeddings.of(found.test(), head, math, context), context);
  }

  private Trained network(Task task) {
    NetworkTrainer.Result result = networks.train(task);
    Optional<Checkpoint> best = bestIfWanted(task);
    int centres = task.plan().loss().centresPerClass();
    StateDict weights = best.map(Checkpoint::backbone).orElse(result.backbone());
    BackboneSource backbone = BackboneSource.of(task.start().spec(), weights);
    Preprocessing preprocessing = preprocessing(task.plan());
    Fingerprint key = BackboneFeatures.fingerprint(task.dataset(), preprocessing, backbone);
    return new Trained(
        backbone,
        best.map(Checkpoint::head).orElse(result.head()),
        best.map(checkpoint -> checkpoint.proxies(centres)).orElse(result.proxies()),
        key,
        extract(task, key, preprocessing, backbone),
        epochOf(task, best));
  }

  /** In mode train the best epoch is the result. */
  private static Optional<Checkpoint> bestIfWanted(Task task) {
    return task.plan().validation().mode() == Mode.TRAIN
        ? task.checkpoints().best()
        : Optional.empty();
  }

  private static int epochOf(Task task, Optional<Checkpoint> best) {
    int epoch =
        best.map(checkpoint -> checkpoint.position().schedule().bestEpoch())
            .orElseGet(() -> task.files().epochs().size());
    return Math.max(0, epoch - task.plan().warmUpEpochs());
  }

  /** Of every image, those left out by the labels too: other labels need no new features. */
  private DatasetFeatures extract(
      Task task, Fingerprint key, Preprocessing preprocessing, BackboneSource backbone) {
    FeatureStore store = new FeatureStore(task.workspace()::featureFolder);
    return features.findOrExtract(
        store, key, task.dataset(), preprocessing, backbone, task.context());
  }

  private static Preprocessing preprocessing(TrainingPlan plan) {
    return plan.network().images();
  }
}
