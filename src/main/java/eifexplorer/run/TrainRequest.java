package eifexplorer.run;

import eifexplorer.model.BackboneChoice;
import eifexplorer.model.ModelStore;
import eifexplorer.model.TrainingRecipe;
import eifexplorer.training.LossSpec;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model to be trained and put into a workspace.
 *
 * @param workspace its folder, made if need be
 * @param dataset what it is trained on
 * @param weights the back bone's first weights; empty for random ones
 * @param backbone what is made of them
 * @param resize shorter side images are resized to before they are cropped; empty for the plan's
 * @param crop side of the square that is cut out; empty for the plan's
 * @param frozen whether only head and proxies are trained
 * @param loss what is minimised; empty for the plan's
 * @param config file of the training plan, or the name of a preset; empty for the usual one
 * @param seed of everything random
 * @param changes what is to be otherwise than in the plan
 * @param labels the label revision trained on, 0 for the data set's own labels; empty for the one that is checked out
 * @param settled a plan, data set and noise that leave nothing open, as those of a model that is trained again
 */
@RecordBuilder
public record TrainRequest(
    Path workspace,
    DatasetReference dataset,
    Optional<Path> weights,
    BackboneChoice backbone,
    OptionalInt resize,
    OptionalInt crop,
    boolean frozen,
    Optional<LossSpec> loss,
    Optional<Path> config,
    long seed,
    PlanChanges changes,
    OptionalInt labels,
    Optional<TrainingPlan> settled)
    implements TrainRequestBuilder.With {
  /** What earlier versions did not write means nothing out of the ordinary. */
  public TrainRequest {
    changes = changes == null ? PlanChanges.NONE : changes;
    labels = labels == null ? OptionalInt.empty() : labels;
    settled = settled == null ? Optional.empty() : settled;
  }

  /** A training as planned. */
  public TrainRequest(
      Path workspace,
      DatasetReference dataset,
      Optional<Path> weights,
      BackboneChoice backbone,
      OptionalInt resize,
      OptionalInt crop,
      boolean frozen,
      Optional<LossSpec> loss,
      Optional<Path> config,
      long seed) {
    this(
        workspace,
        dataset,
        weights,
        backbone,
        resize,
        crop,
        frozen,
        loss,
        config,
        seed,
        PlanChanges.NONE,
        OptionalInt.empty(),
        Optional.empty());
  }

  /**
   * A training on a workspace's data set that begins with the back bone of its current model, or with random weights if it
   * has no model yet.
   *
   * @param plan what is trained
   * @param planFile where the plan is kept
   */
  public static TrainRequest in(Workspace workspace, TrainingPlan plan, Path planFile) {
    ModelStore models = new ModelStore(workspace);
    Optional<ModelStore.Start> start = models.currentIfAny().map(models::start);
    return new TrainRequest(
        workspace.folder(),
        workspace.manifest().dataset(),
        start.map(ModelStore.Start::weights),
        start
            .map(ModelStore.Start::backbone)
            .orElseGet(() -> new BackboneChoice(Optional.empty(), Optional.empty())),
        OptionalInt.empty(),
        OptionalInt.empty(),
        plan.network().frozen(),
        Optional.empty(),
        Optional.of(planFile),
        plan.seed());
  }

  /**
   * The training that made a model, once more. A workspace that is there says where the data set is now; weights that were
   * those of one of its models are found in it if it was moved.
   */
  public static TrainRequest again(Path workspace, TrainingRecipe recipe) {
    TrainingPlan plan = recipe.plan();
    DatasetReference dataset =
        Workspace.exists(workspace)
            ? recipe.dataset().withRoot(Workspace.open(workspace).manifest().dataset().root())
            : recipe.dataset();
    return new TrainRequest(
            workspace,
            dataset,
            recipe.weights().map(file -> find(workspace, file)),
            recipe.backbone(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            plan.network().frozen(),
            Optional.empty(),
            Optional.empty(),
            plan.seed())
        .onLabels(recipe.labels())
        .withSettled(Optional.of(plan));
  }

  private static Path find(Path workspace, Path weights) {
    int names = weights.getNameCount();
    if (Files.exists(weights) || names < 3) {
      return weights;
    }
    Path moved = workspace.resolve(weights.subpath(names - 3, names).toString());
    return Files.exists(moved) ? moved : weights;
  }

  /**
   * The same beginning with another back bone.
   *
   * @param file its weights; empty for random ones
   * @param choice what is made of them
   */
  public TrainRequest startingWith(Optional<Path> file, BackboneChoice choice) {
    return with(same -> same.weights(file).backbone(choice));
  }

  /** The same on the labels of a revision; 0 for the data set's own. */
  public TrainRequest onLabels(int revision) {
    return withLabels(OptionalInt.of(revision));
  }

  /** The same on another data set, in a workspace of its own. */
  public TrainRequest on(DatasetReference other, Path itsWorkspace) {
    return with(same -> same.dataset(other).workspace(itsWorkspace).labels(OptionalInt.empty()));
  }
}
