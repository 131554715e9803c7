package eifexplorer.run;

import eifexplorer.dataset.demo.DemoFormat;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.djl.DjlEngine;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BackboneChoice;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.DatasetPreparation;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.run.RunCheckpoints.Rhythm;
import eifexplorer.training.BatchReport;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.ProvenanceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A training of seconds on drawn classes, with a checkpoint after every step; also a program to be killed. */
final class TinyTraining {
  static final int EPOCHS = 14;

  private static final String PLAN =
      """
      {
        "title": "tiny", "dataset": "folder",
        "network": {"backbone": "basic-1-1-1-1-w8/average/layernorm", "frozen": %s, "resize": 36, "crop": 32,
                    "embeddingSize": 8, "initialHead": "uniform"},
        "loss": {"type": "SoftTriple", "lambda": 20, "gamma": 0.1, "tau": 0.2, "margin": 0.01, "centresPerClass": 1},
        "batches": {"sampler": "balanced", "classes": 3, "samplesPerClass": 2},
        "optimiser": {"backboneRate": 0.001, "headRate": 0.001, "proxyRate": 0.01, "epsilon": 1e-8,
                      "weightDecay": 0, "clip": 10, "milestones": [6]},
        "epochs": %d, "warmUpEpochs": %d, "seed": 0
      }
      """;

  private final Path folder;
  private final boolean frozen;

  TinyTraining(Path folder, boolean frozen) {
    this.folder = folder;
    this.frozen = frozen;
  }

  /** Whether only the last layer is trained. */
  boolean isFrozen() {
    return frozen;
  }

  /** Begins or goes on with the run in workspace {@code args[1]} of folder {@code args[0]}. */
  public static void main(String... args) {
    TinyTraining training = new TinyTraining(Path.of(args[0]), Boolean.parseBoolean(args[2]));
    try (Engine engine = new DjlEngine(EngineSettings.defaults())) {
      RunObserver announcing =
          new RunObserver() {
            @Override
            public void batchDone(BatchReport report) {
              System.out.println(report);
            }
          };
      training.startOrResume(training.folder.resolve(args[1]), engine, announcing);
    }
  }

  ModelCard startOrResume(Path workspace, Engine engine, RunObserver observer) {
    TrainingRuns runs = runs(engine);
    return Files.exists(workspace.resolve("runs"))
        ? runs.resume(workspace, "", observer, JobContext.unattended())
        : runs.train(request(workspace), observer, JobContext.unattended());
  }

  TrainingRuns runs(Engine engine) {
    MatrixMath math = new JavaMatrixMath();
    DatasetReferences datasets =
        new DatasetReferences(new DatasetOpener(DatasetFormats.standard(new DemoFormat())));
    BackboneFeatures features = new BackboneFeatures(() -> engine);
    FeatureStore scratch = new FeatureStore(key -> folder.resolve("scratch/" + key));
    return new TrainingRuns(
        math,
        new RunPreparation(
            datasets, DatasetPreparation.NONE, features, new NoiseModels(features, scratch)),
        new ModelTraining(math, features, new NetworkTraining(() -> engine, math)),
        new TrainProvenance(new ProvenanceFactory("test")),
        new Rhythm(Duration.ZERO, Duration.ZERO));
  }

  TrainRequest request(Path workspace) {
    try {
      int warmUp = frozen ? 0 : 2;
      String text = PLAN.formatted(frozen, EPOCHS - warmUp, warmUp);
      Path plan = Files.writeString(folder.resolve("plan-" + frozen + ".json"), text);
      return new TrainRequest(
          workspace,
          DatasetReference.clean("folder", folder.resolve("images").toString(), "1-3", "4-6"),
          Optional.empty(),
          new BackboneChoice(Optional.empty(), Optional.empty()),
          OptionalInt.empty(),
          OptionalInt.empty(),
          frozen,
          Optional.empty(),
          Optional.of(plan),
          7);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
