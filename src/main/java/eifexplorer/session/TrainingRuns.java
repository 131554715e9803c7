package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.Embeddings;
import eifexplorer.engine.MatrixMath;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ModelTraining.Task;
import eifexplorer.session.RunCheckpoints.Rhythm;
import eifexplorer.training.TrainingPlan;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The training runs of workspaces: begins them, goes on with them, lists them. */
final class TrainingRuns {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRuns.class);

  private final MatrixMath math;
  private final DatasetReferences datasets;
  private final ModelTraining training;
  private final NoiseModels noise;
  private final TrainProvenance provenance;
  private final Rhythm rhythm;

  TrainingRuns(
      MatrixMath math,
      DatasetReferences datasets,
      NoiseModels noise,
      ModelTraining training,
      String version,
      Rhythm rhythm) {
    this.math = math;
    this.datasets = datasets;
    this.noise = noise;
    this.training = training;
    this.provenance = new TrainProvenance(version);
    this.rhythm = rhythm;
  }

  /** Begins a run and trains to its end. */
  ModelCard start(TrainRequest request, RunObserver observer, JobContext context) {
    TrainingPlan usual = RequestedPlan.read(request);
    BackboneSource start = RequestedPlan.backbone(request, usual);
    DatasetReference reference = reference(request, usual, start, context);
    ImageDataset dataset = datasets.open(reference);
    TrainingPlan plan = RequestedPlan.complete(request, usual, start, dataset);
    TrainingChecks.require(plan, dataset);
    Path folder = request.workspace().toAbsolutePath().normalize();
    Workspace workspace = Workspace.create(folder, folder.getFileName().toString(), reference);
    String id = newId(workspace, plan);
    RunFiles files =
        RunFiles.begin(
            workspace.runFolder(id),
            new RunFiles.Run(
                id,
                plan,
                reference,
                request,
                TrainingChecks.fingerprint(dataset),
                provenance.of(request, reference, plan)));
    NoiseTruth.write(files.file("truth.csv"), dataset);
    for (String remark : TrainingChecks.remarks(plan, dataset)) {
      files.log(remark);
      context.log(remark);
    }
    return run(workspace, files, dataset, start, observer, context);
  }

  /** The data set with the classes of the plan's mode, and noise that is complete. */
  private DatasetReference reference(
      TrainRequest request, TrainingPlan usual, BackboneSource start, JobContext context) {
    DatasetReference asked = request.dataset();
    boolean halved = usual.validation().mode() == Mode.TRAIN;
    if (!halved && !NoiseModels.areIncomplete(asked)) {
      return asked;
    }
    DatasetReference clean =
        DatasetReference.clean(
            asked.format(), asked.root(), asked.trainClasses(), asked.testClasses());
    ImageDataset whole = datasets.open(clean);
    DatasetReference split = halved ? ValidationSplit.of(asked, whole) : asked;
    TrainingPlan plan = RequestedPlan.complete(request, usual, start, whole);
    return noise.complete(split, plan, start, context);
  }

  /**
   * Goes on with a run that was interrupted.
   *
   * @param id empty for the newest that is not finished
   */
  ModelCard resume(Path folder, String id, RunObserver observer, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    RunFiles files = id.isEmpty() ? newestUnfinished(workspace) : find(workspace, id);
    RunFiles.Run run = files.run();
    if (files.summary().state() == RunState.FINISHED) {
      throw ProblemException.badValue("state of run " + run.id(), "finished", "interrupted");
    }
    ImageDataset dataset = datasets.open(run.dataset());
    if (!TrainingChecks.fingerprint(dataset).equals(run.data())) {
      throw ProblemException.inFile(
          files.folder(),
          "The training images or their labels have changed since the run began",
          "Start a new run.");
    }
    BackboneSource start = RequestedPlan.backbone(run.request(), run.plan());
    return run(workspace, files, dataset, start, observer, context);
  }

  private ModelCard run(
      Workspace workspace,
      RunFiles files,
      ImageDataset dataset,
      BackboneSource start,
      RunObserver observer,
      JobContext context) {
    RunCheckpoints checkpoints = new RunCheckpoints(files.folder(), rhythm);
    files.take();
    try {
      files.dropEpochsFrom(
          checkpoints.last().map(checkpoint -> checkpoint.position().epoch()).orElse(1));
      observer.started(files.summary());
      Trained trained =
          training.train(
              new Task(workspace, files, checkpoints, dataset, start, observer, context));
      ModelCard card = card(files.run(), trained, context);
      new ModelStore(workspace).save(card, trained.backbone(), trained.head(), trained.proxies());
      Workspace.open(workspace.folder()).withCurrentModel(card.id());
      files.finished();
      return card;
    } catch (ProblemException e) {
      noteFailure(files, e);
      throw e;
    } finally {
      files.release();
    }
  }

  /** A full disk may have been the reason: then the first failure is the one worth telling. */
  private static void noteFailure(RunFiles files, ProblemException failure) {
    try {
      files.failed(failure.getMessage());
    } catch (ProblemException e) {
      failure.addSuppressed(e);
    }
  }

  /** The runs of a workspace, oldest first. */
  List<RunSummary> list(Path folder) {
    Workspace workspace = Workspace.open(folder);
    return all(workspace).stream().map(RunFiles::summary).toList();
  }

  private static List<RunFiles> all(Workspace workspace) {
    return Workspace.children(workspace.runFolder("x").getParent()).stream()
        .map(TrainingRuns::readable)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((RunFiles files) -> files.run().provenance().created())
                .thenComparing(files -> files.run().id()))
        .toList();
  }

  /** One run whose file is damaged, or of another version of the program, must not hide the others. */
  private static Optional<RunFiles> readable(Path folder) {
    try {
      return RunFiles.find(folder);
    } catch (ProblemException e) {
      LOG.warn("A run is left out. {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static RunFiles find(Workspace workspace, String id) {
    List<RunFiles> all = all(workspace);
    return all.stream()
        .filter(files -> files.run().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "run",
                    id,
                    String.join(", ", all.stream().map(files -> files.run().id()).toList())));
  }

  private static RunFiles newestUnfinished(Workspace workspace) {
    return all(workspace).stream()
        .filter(files -> files.summary().state() != RunState.FINISHED)
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                ProblemException.inFile(
                    workspace.folder(),
                    "The workspace has no run that could go on",
                    "Start one with: eif-explorer train --dataset NAME --workspace DIR …"));
  }

  private ModelCard card(RunFiles.Run run, Trained trained, JobContext context) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    new Measurement(math)
        .test(
            trained.features().dataset(),
            Embeddings.of(trained.features().test(), trained.head(), math, context),
            context)
        .asMap()
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    TrainingPlan plan = run.plan();
    return new ModelCard(
        run.id(),
        trained.backbone().spec().describe(),
        plan.network().resize(),
        plan.network().crop(),
        plan.loss(),
        trained.head().embeddingSize(),
        trained.epoch(),
        plan.network().frozen(),
        trained.key().digits(),
        metrics,
        run.provenance());
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
}
