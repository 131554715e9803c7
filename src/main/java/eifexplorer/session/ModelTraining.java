package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.RetrievalReport;
import eifexplorer.engine.MatrixMath;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.JobContext;
import eifexplorer.training.EpochReport;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.NetworkTrainer;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains a model on a data set and puts it, measured, into a workspace as its current one. */
final class ModelTraining {
  private final MatrixMath math;
  private final DatasetReferences datasets;
  private final BackboneFeatures features;
  private final NetworkTraining networks;
  private final String version;

  ModelTraining(
      MatrixMath math,
      DatasetReferences datasets,
      BackboneFeatures features,
      NetworkTraining networks,
      String version) {
    this.math = math;
    this.datasets = datasets;
    this.features = features;
    this.networks = networks;
    this.version = version;
  }

  ModelCard train(TrainRequest request, JobContext context) {
    TrainingPlan usual = RequestedPlan.read(request);
    BackboneSource start = RequestedPlan.backbone(request, usual);
    ImageDataset dataset = datasets.open(request.dataset());
    TrainingPlan plan = RequestedPlan.complete(request, usual, start.spec(), dataset);
    Path folder = request.workspace().toAbsolutePath().normalize();
    Workspace workspace =
        Workspace.create(folder, folder.getFileName().toString(), request.dataset());
    String id = newId(workspace, plan);
    Provenance provenance = provenance(request, plan);
    RunFiles run = RunFiles.start(workspace.runFolder(id), new RunFiles.Run(id, plan, provenance));
    TrainingObserver observer = noted(run, context);
    Trained trained =
        plan.network().frozen()
            ? trainHead(plan, dataset, start, workspace, observer, context)
            : trainNetwork(plan, dataset, start, workspace, observer, context);
    ModelCard card = card(id, plan, provenance, trained, context);
    new ModelStore(workspace).save(card, trained.backbone(), trained.head(), trained.proxies());
    workspace.withCurrentModel(card.id());
    return card;
  }

  /** A model with the features its head goes with. */
  private record Trained(
      BackboneSource backbone,
      EmbeddingHead head,
      Proxies proxies,
      List<EpochReport> epochs,
      Fingerprint key,
      DatasetFeatures features) {}

  private Trained trainHead(
      TrainingPlan plan,
      ImageDataset dataset,
      BackboneSource start,
      Workspace workspace,
      TrainingObserver observer,
      JobContext context) {
    Preprocessing preprocessing = preprocessing(plan);
    Fingerprint key = BackboneFeatures.fingerprint(dataset, preprocessing, start);
    DatasetFeatures found = extract(workspace, key, dataset, preprocessing, start, context);
    TrainedHead trained =
        new HeadTrainer(math)
            .train(found.train(), found.dataset().trainLabels(), plan, observer, context);
    return new Trained(start, trained.head(), trained.proxies(), trained.epochs(), key, found);
  }

  private Trained trainNetwork(
      TrainingPlan plan,
      ImageDataset dataset,
      BackboneSource start,
      Workspace workspace,
      TrainingObserver observer,
      JobContext context) {
    NetworkTrainer.Result result = networks.train(plan, dataset, start, observer, context);
    BackboneSource backbone = BackboneSource.of(start.spec(), result.backbone());
    Preprocessing preprocessing = preprocessing(plan);
    Fingerprint key = BackboneFeatures.fingerprint(dataset, preprocessing, backbone);
    DatasetFeatures found = extract(workspace, key, dataset, preprocessing, backbone, context);
    return new Trained(backbone, result.head(), result.proxies(), result.epochs(), key, found);
  }

  private DatasetFeatures extract(
      Workspace workspace,
      Fingerprint key,
      ImageDataset dataset,
      Preprocessing preprocessing,
      BackboneSource backbone,
      JobContext context) {
    FeatureStore store = new FeatureStore(workspace::featureFolder);
    return features.findOrExtract(store, key, dataset, preprocessing, backbone, context);
  }

  private static Preprocessing preprocessing(TrainingPlan plan) {
    return Preprocessing.of(plan.network().resize(), plan.network().crop());
  }

  private static TrainingObserver noted(RunFiles run, JobContext context) {
    return new TrainingObserver() {
      @Override
      public void epochDone(EpochReport report) {
        String line =
            String.format(
                Locale.ROOT,
                "epoch %d: loss %.4f, %.1f s",
                report.epoch(),
                report.loss(),
                report.seconds());
        run.epoch(report);
        run.log(line);
        context.log(line);
      }
    };
  }

  private ModelCard card(
      String id, TrainingPlan plan, Provenance provenance, Trained trained, JobContext context) {
    RetrievalReport report =
        new Measurement(math)
            .test(
                trained.features().dataset(),
                Embeddings.of(trained.features().test(), trained.head(), math, context),
                context);
    Map<String, Double> metrics = new LinkedHashMap<>();
    report.asMap().forEach((name, value) -> metrics.put(name, value.doubleValue()));
    return new ModelCard(
        id,
        trained.backbone().spec().describe(),
        plan.network().resize(),
        plan.network().crop(),
        plan.loss(),
        trained.head().embeddingSize(),
        plan.epochs(),
        plan.network().frozen(),
        trained.key().digits(),
        metrics,
        provenance);
  }

  /** A name that no model and no run has, those of killed runs included. */
  private static String newId(Workspace workspace, TrainingPlan plan) {
    String base = plan.loss().name() + "_seed" + plan.seed();
    String id = base;
    for (int n = 2; isTaken(workspace, id); n++) {
      id = base + "_" + n;
    }
    return id;
  }

  private static boolean isTaken(Workspace workspace, String id) {
    return Files.exists(workspace.modelFolder(id)) || Files.exists(workspace.runFolder(id));
  }

  private Provenance provenance(TrainRequest request, TrainingPlan plan) {
    Map<String, String> inputs = new LinkedHashMap<>();
    DatasetReference dataset = request.dataset();
    inputs.put("dataset", dataset.format());
    inputs.put("train_classes", dataset.trainClasses());
    inputs.put("test_classes", dataset.testClasses());
    if (dataset.noiseFraction() > 0) {
      inputs.put(
          "noise",
          dataset.noiseModel() + " " + dataset.noiseFraction() + " seed " + dataset.noiseSeed());
    }
    inputs.put("weights", request.weights().map(w -> w.getFileName().toString()).orElse("random"));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("plan", plan.toString());
    return new Provenance(
        "EIF Explorer " + version,
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
        "train",
        inputs,
        parameters);
  }
}
