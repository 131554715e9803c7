package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.Embeddings;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.Measurement;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.run.ModelTraining.Task;
import eifexplorer.run.RunCheckpoints.Rhythm;
import eifexplorer.run.RunListing.Unreadable;
import eifexplorer.training.TrainingPlan;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The training runs of workspaces: begins them, goes on with them, lists them. */
public final class TrainingRuns {
  private final MatrixMath math;
  private final DatasetReferences datasets;
  private final ModelTraining training;
  private final NoiseModels noise;
  private final TrainProvenance provenance;
  private final Rhythm rhythm;

  /**
   * Runs of workspaces.
   *
   * @param version of the program, noted in what it makes
   * @param rhythm how often a run keeps where it stands
   */
  public TrainingRuns(
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
  public ModelCard start(TrainRequest request, RunObserver observer, JobContext context) {
    TrainingPlan usual = RequestedPlan.read(request);
    BackboneSource start = RequestedPlan.backbone(request, usual);
    DatasetReference reference = reference(request, usual, start, context);
    ImageDataset dataset = datasets.open(reference);
    Revision labels = labels(request);
    ImageDataset corrected = labels.corrections().applyTo(dataset);
    TrainingPlan plan = RequestedPlan.complete(request, usual, start, corrected);
    TrainingChecks.require(plan, corrected);
    Path folder = request.workspace().toAbsolutePath().normalize();
    Workspace workspace = Workspace.create(folder, folder.getFileName().toString(), reference);
    String data = TrainingChecks.fingerprint(corrected);
    List<String> remarks = new ArrayList<>(TrainingChecks.remarks(plan, corrected));
    remarks.addAll(training.remarks(plan));
    Provenance made = provenance.of(request, reference, plan, labels, data, training.machine(plan));
    RunFiles files =
        workspace.alone(
            () -> {
              String id = workspace.freeId(plan.loss().name() + "_seed" + plan.seed());
              return RunFiles.begin(
                  workspace.runFolder(id),
                  new RunFiles.Run(
                      id, plan, reference, request, data, labels.number(), remarks, made));
            });
    NoiseTruth.write(files.file("truth.csv"), corrected);
    for (String remark : remarks) {
      files.log(remark);
      context.log(remark);
    }
    return run(workspace, files, dataset, labels, start, observer, context);
  }

  /** The labels asked for, or those that are checked out; a workspace that is yet to be made has none of its own. */
  private static Revision labels(TrainRequest request) {
    if (!Workspace.exists(request.workspace())) {
      if (request.labels().orElse(0) != 0) {
        throw ProblemException.badValue(
            "revision", request.labels().getAsInt(), "0 in a new workspace");
      }
      return Revision.ORIGINAL;
    }
    Revisions revisions = new Revisions(Workspace.open(request.workspace()).review());
    return request.labels().isPresent()
        ? revisions.get(request.labels().getAsInt())
        : revisions.current();
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
  public ModelCard resume(Path folder, String id, RunObserver observer, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    RunFiles files = id.isEmpty() ? newestUnfinished(workspace) : find(workspace, id);
    RunFiles.Run run = files.run();
    if (files.summary().state() == RunState.FINISHED) {
      throw ProblemException.badValue("state of run " + run.id(), "finished", "interrupted");
    }
    if (!run.isWhole()) {
      throw ProblemException.inFile(
          files.folder(),
          "The run is of an early version of the program, which did not note its data set",
          "Start a new run.");
    }
    ImageDataset dataset = datasets.open(run.dataset());
    Revision labels = new Revisions(workspace.review()).get(run.labels());
    ImageDataset corrected = labels.corrections().applyTo(dataset);
    if (!TrainingChecks.fingerprint(corrected).equals(run.data())) {
      throw ProblemException.inFile(
          files.folder(),
          "The training images or their labels have changed since the run began",
          "Start a new run.");
    }
    BackboneSource start = RequestedPlan.backbone(run.request(), run.plan());
    return run(workspace, files, dataset, labels, start, observer, context);
  }

  private ModelCard run(
      Workspace workspace,
      RunFiles files,
      ImageDataset dataset,
      Revision labels,
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
              new Task(
                  workspace,
                  files,
                  checkpoints,
                  dataset,
                  labels.corrections(),
                  start,
                  observer,
                  context));
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

  /** The runs of a workspace. */
  public RunListing list(Path folder) {
    List<RunSummary> runs = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (Path child : Workspace.children(Workspace.open(folder).runs())) {
      try {
        RunFiles.find(child).map(RunFiles::summary).ifPresent(runs::add);
      } catch (ProblemException e) {
        unreadable.add(new Unreadable(child.getFileName().toString(), e.getMessage()));
      }
    }
    runs.sort(
        Comparator.comparing((RunSummary run) -> run.provenance().created())
            .thenComparing(RunSummary::id));
    return new RunListing(runs, unreadable);
  }

  private static List<RunFiles> all(Workspace workspace) {
    return Workspace.children(workspace.runs()).stream()
        .map(TrainingRuns::readable)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((RunFiles files) -> files.run().provenance().created())
                .thenComparing(files -> files.run().id()))
        .toList();
  }

  /** A run whose file is damaged must not stand in the way of the others; {@link #list} tells of it. */
  private static Optional<RunFiles> readable(Path folder) {
    try {
      return RunFiles.find(folder);
    } catch (ProblemException e) {
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
}
