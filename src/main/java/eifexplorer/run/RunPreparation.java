package eifexplorer.run;

import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.DatasetPreparation;
import eifexplorer.model.DatasetReferences;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.training.TrainingPlan;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;

/** Settles everything that a training request leaves open, reading the data set's files once. */
public final class RunPreparation {
  private final DatasetReferences datasets;
  private final DatasetPreparation images;
  private final BackboneFeatures features;
  private final NoiseModels noise;

  /** Prepares runs on these data sets, whose images are prepared too. */
  public RunPreparation(
      DatasetReferences datasets,
      DatasetPreparation images,
      BackboneFeatures features,
      NoiseModels noise) {
    this.datasets = datasets;
    this.images = images;
    this.features = features;
    this.noise = noise;
  }

  /** A new run. Throws {@link ProblemException} if what was asked for can't be trained. */
  PreparedRun prepare(TrainRequest request, JobContext context) {
    TrainingPlan usual = RequestedPlan.read(request);
    BackboneSource start = RequestedPlan.backbone(request, usual);
    Revision labels = labels(request);
    images.prepare(request.dataset(), context);
    DatasetListing listing = datasets.read(request.dataset());
    DatasetReference divided = divided(request, usual, listing);
    ImageDataset clean = datasets.openClean(listing, divided);
    TrainingPlan plan =
        RequestedPlan.complete(request, usual, start, features.columns(start), clean);
    TrainingChecks.require(plan, clean);
    DatasetReference reference = noise.complete(divided, clean, plan, start, context);
    ImageDataset dataset = datasets.withNoise(clean, reference);
    ImageDataset corrected = labels.corrections().applyTo(dataset);
    TrainingChecks.require(plan, corrected);
    return new PreparedRun(
        request,
        plan,
        reference,
        dataset,
        corrected,
        labels,
        start,
        TrainingChecks.remarks(plan, corrected));
  }

  /** What a new run would be; see {@link Trainings#preview}. */
  TrainPreview preview(TrainRequest request) {
    TrainingPlan usual = RequestedPlan.read(request);
    BackboneSource start = RequestedPlan.backbone(request, usual);
    DatasetListing listing = datasets.read(request.dataset());
    ImageDataset dataset = datasets.openClean(listing, divided(request, usual, listing));
    TrainingPlan plan =
        RequestedPlan.complete(request, usual, start, start.spec().featureSize(), dataset);
    return new TrainPreview(
        plan,
        dataset.train().size(),
        dataset.train().size() + dataset.test().size(),
        request.weights().isEmpty(),
        rate(request, plan));
  }

  private static double rate(TrainRequest request, TrainingPlan plan) {
    return Workspace.exists(request.workspace())
        ? RunIndex.list(Workspace.open(request.workspace())).runs().stream()
            .filter(run -> run.plan().network().equals(plan.network()))
            .mapToDouble(RunSummary::imagesPerSecond)
            .max()
            .orElse(0)
        : 0;
  }

  /** In mode train half of the training classes are learned, and the others measured. */
  private DatasetReference divided(
      TrainRequest request, TrainingPlan usual, DatasetListing listing) {
    DatasetReference asked = request.dataset();
    return usual.validation().mode() == Mode.TRAIN && request.settled().isEmpty()
        ? ValidationSplit.of(asked, datasets.openClean(listing, asked))
        : asked;
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

  /**
   * A run that goes on.
   *
   * @throws ProblemException if it does not say what it was begun with, or its images or labels have changed since
   */
  PreparedRun prepare(Workspace workspace, RunFiles files, JobContext context) {
    RunFiles.Run run = files.run();
    images.prepare(run.knownDataset(), context);
    ImageDataset dataset = datasets.open(run.knownDataset());
    Revision labels = new Revisions(workspace.review()).get(run.labels());
    PreparedRun prepared =
        new PreparedRun(
            run.knownRequest(),
            run.plan(),
            run.knownDataset(),
            dataset,
            labels.corrections().applyTo(dataset),
            labels,
            RequestedPlan.backbone(run.knownRequest(), run.plan()),
            run.remarks());
    if (!prepared.data().equals(run.data())) {
      throw ProblemException.inFile(
          files.folder(),
          "The training images or their labels have changed since the run began",
          "Start a new run.");
    }
    return prepared;
  }
}
