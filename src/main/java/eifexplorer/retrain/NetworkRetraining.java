package eifexplorer.retrain;

import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.CorrectedFeatures;
import eifexplorer.model.MeasuredModel;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelFeatures;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.run.RunFiles;
import eifexplorer.run.RunObserver;
import eifexplorer.run.RunState;
import eifexplorer.run.RunSummary;
import eifexplorer.run.TrainRequest;
import eifexplorer.run.Trainings;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Trains the run that made a model again, from the same weights and with the same plan and seed, on the labels of another
 * revision, and compares the two.
 */
public final class NetworkRetraining {
  private final MatrixMath math;
  private final Trainings trainings;
  private final ModelFeatures features;

  /** Trains with {@code trainings}, and measures on the features that {@code features} finds. */
  public NetworkRetraining(MatrixMath math, Trainings trainings, ModelFeatures features) {
    this.math = math;
    this.trainings = trainings;
    this.features = features;
  }

  /**
   * Trains and compares. A run of this kind that is there already goes on, or is taken as it is if it is finished.
   *
   * @param before the model and its confused pairs
   * @param revision number of the labels to train on
   * @throws ProblemException if the model was not made by a run of its workspace that trained the whole network
   */
  public HeadComparison compare(
      Workspace workspace,
      ModelCard card,
      ExplorerSession before,
      int revision,
      JobContext context) {
    RunFiles.Run run = run(workspace, card);
    Revisions revisions = new Revisions(workspace.review());
    Revision to = revisions.get(revision);
    if (to.number() == card.labelRevision()) {
      throw ProblemException.badValue(
          "revision", revision, "another than that of the model " + card.id());
    }
    ModelCard after = train(workspace, run, revision, context);
    DatasetFeatures found = features.find(workspace, after, context);
    EmbeddingBundle bundle = before.bundle();
    return HeadComparison.of(
        revisions.get(card.labelRevision()),
        to,
        before.pairs(),
        List.of(
            MeasuredModel.of(
                CorrectedFeatures.of(
                    new DatasetFeatures(
                        before.dataset(), bundle.trainFeatures(), bundle.testFeatures()),
                    to.corrections()),
                bundle.testFeatures(),
                bundle.head(),
                before.pairs(),
                math,
                context)),
        List.of(
            MeasuredModel.of(
                CorrectedFeatures.of(found, to.corrections()),
                found.test(),
                new ModelStore(workspace).load(after).head(),
                before.pairs(),
                math,
                context)),
        after.id());
  }

  private static RunFiles.Run run(Workspace workspace, ModelCard card) {
    return RunFiles.find(workspace.runFolder(card.id()))
        .map(RunFiles::run)
        .filter(found -> found.isWhole() && !found.plan().network().frozen())
        .orElseThrow(
            () ->
                new ProblemException(
                    "The model " + card.title() + " was not made by training a whole network here",
                    workspace.folder().toString(),
                    "Choose one that was with --model, or train its head only."));
  }

  private ModelCard train(Workspace workspace, RunFiles.Run run, int revision, JobContext context) {
    TrainRequest request = run.knownRequest().onLabels(revision);
    Optional<RunSummary> there =
        trainings.runs(workspace.folder()).runs().stream()
            .filter(other -> other.labels() == revision && other.plan().equals(run.plan()))
            .filter(other -> sameStart(workspace, other, run))
            .filter(other -> other.state() != RunState.FAILED)
            .reduce((older, newer) -> newer);
    if (there.isEmpty()) {
      return trainings.train(request, RunObserver.NONE, context);
    }
    String id = there.get().id();
    return there.get().state() == RunState.FINISHED
        ? new ModelStore(workspace).get(id)
        : trainings.resume(workspace.folder(), id, RunObserver.NONE, context);
  }

  private static boolean sameStart(Workspace workspace, RunSummary other, RunFiles.Run run) {
    TrainRequest began =
        RunFiles.find(workspace.runFolder(other.id())).orElseThrow().run().request();
    return began != null
        && began.weights().equals(run.knownRequest().weights())
        && began.backbone().equals(run.knownRequest().backbone());
  }
}
