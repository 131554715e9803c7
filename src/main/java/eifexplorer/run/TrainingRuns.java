package eifexplorer.run;

import eifexplorer.embedding.Embeddings;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.Measurement;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelCardBuilder;
import eifexplorer.model.ModelStore;
import eifexplorer.model.TrainingRecipe;
import eifexplorer.problem.ProblemException;
import eifexplorer.run.ModelTraining.Task;
import eifexplorer.run.RunCheckpoints.Rhythm;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.Workspace;
import eifexplorer.workspace.WritablePlaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The training runs of workspaces: begins them, goes on with them, lists them. */
public final class TrainingRuns implements Trainings {
  private final MatrixMath math;
  private final RunPreparation preparation;
  private final ModelTraining training;
  private final TrainProvenance provenance;
  private final Rhythm rhythm;

  /**
   * Runs of workspaces.
   *
   * @param provenance says what a model is made from
   * @param rhythm how often a run keeps where it stands
   */
  public TrainingRuns(
      MatrixMath math,
      RunPreparation preparation,
      ModelTraining training,
      TrainProvenance provenance,
      Rhythm rhythm) {
    this.math = math;
    this.preparation = preparation;
    this.training = training;
    this.provenance = provenance;
    this.rhythm = rhythm;
  }

  @Override
  public ModelCard train(TrainRequest request, RunObserver observer, JobContext context) {
    WritablePlaces.require(request.workspace());
    PreparedRun prepared = preparation.prepare(request, context);
    Path folder = request.workspace().toAbsolutePath().normalize();
    Workspace workspace =
        Workspace.create(folder, folder.getFileName().toString(), prepared.reference());
    RunFiles files = begin(workspace, prepared);
    NoiseTruth.write(files.file("truth.csv"), prepared.corrected());
    for (String remark : files.run().remarks()) {
      files.log(remark);
      context.log(remark);
    }
    return run(workspace, files, prepared, observer, context);
  }

  @Override
  public TrainPreview preview(TrainRequest request) {
    return preparation.preview(request);
  }

  private RunFiles begin(Workspace workspace, PreparedRun prepared) {
    TrainingPlan plan = prepared.plan();
    String id = workspace.claimRun(plan.loss().name() + "_seed" + plan.seed());
    List<String> remarks = new ArrayList<>(prepared.remarks());
    remarks.addAll(training.remarks(plan));
    return RunFiles.begin(
        workspace.runFolder(id),
        new RunFiles.Run(
            id,
            plan,
            prepared.reference(),
            prepared.request(),
            prepared.data(),
            prepared.labels().number(),
            remarks,
            provenance.of(prepared, training.machine(plan))));
  }

  @Override
  public ModelCard resume(Path folder, String id, RunObserver observer, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    workspace.requireWritable();
    RunFiles files =
        id.isEmpty() ? RunIndex.newestUnfinished(workspace) : RunIndex.find(workspace, id);
    if (files.summary().state() == RunState.FINISHED) {
      throw ProblemException.badValue(
          "state of run " + files.run().id(), "finished", "interrupted");
    }
    files.requireFree();
    PreparedRun prepared = preparation.prepare(workspace, files, context);
    return run(workspace, files, prepared, observer, context);
  }

  private ModelCard run(
      Workspace workspace,
      RunFiles files,
      PreparedRun prepared,
      RunObserver observer,
      JobContext context) {
    RunCheckpoints checkpoints = new RunCheckpoints(files.folder(), rhythm);
    files.take();
    try {
      files.dropEpochsFrom(
          checkpoints.last().map(checkpoint -> checkpoint.position().epoch()).orElse(1));
      observer.started(files.summary());
      Trained trained =
          training.train(new Task(workspace, files, checkpoints, prepared, observer, context));
      ModelCard card = card(files.run(), trained, context);
      ModelStore models = new ModelStore(workspace);
      models.save(card, trained.backbone(), trained.head(), trained.proxies());
      models
          .adopt(card)
          .ifPresent(
              better -> {
                String kept = ModelStore.kept(card, better);
                files.log(kept);
                context.log(kept);
              });
      files.finished();
      return card;
    } catch (JobCancelledException e) {
      if (context.givenUp()) {
        files.cancelled();
      }
      throw e;
    } catch (RuntimeException | Error e) {
      noteFailure(files, e);
      throw e;
    } finally {
      files.release();
    }
  }

  /** A full disk may have been the reason: then the first failure is the one worth telling. */
  private static void noteFailure(RunFiles files, Throwable failure) {
    try {
      files.failed(
          failure instanceof ProblemException problem ? problem.getMessage() : failure.toString());
    } catch (ProblemException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public RunListing runs(Path workspace) {
    return RunIndex.list(Workspace.open(workspace));
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
    return ModelCardBuilder.builder()
        .id(run.id())
        .backbone(trained.backbone().spec().describe())
        .resize(plan.network().resize())
        .crop(plan.network().crop())
        .preprocessing(plan.network().images().text())
        .loss(plan.loss())
        .embeddingSize(trained.head().embeddingSize())
        .epochs(trained.epoch())
        .frozenBackbone(plan.network().frozen())
        .features(trained.key().digits())
        .metrics(metrics)
        .provenance(run.provenance())
        .recipe(Optional.of(recipe(run)))
        .build();
  }

  private static TrainingRecipe recipe(RunFiles.Run run) {
    return new TrainingRecipe(
        run.knownDataset(),
        run.plan(),
        run.knownRequest().weights().map(Path::toAbsolutePath),
        run.knownRequest().backbone(),
        run.labels());
  }
}
