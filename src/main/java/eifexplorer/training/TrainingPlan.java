package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;

/**
 * Everything a training run is decided by, but the images; immutable. {@link PlanFile} reads and writes it.
 *
 * @param title for people
 * @param dataset id of the data set it was made for, such as {@code cub}
 * @param network what is trained
 * @param loss what is minimised
 * @param batches what a batch is made of
 * @param optimiser how the weights move
 * @param epochs passes over the training samples, 1 to 10,000
 * @param warmUpEpochs epochs before them in which the back bone doesn't learn, 0 to 1,000; 0 if it never does
 * @param seed of everything random
 * @param validation how the run is measured and what follows from it
 */
@RecordBuilder
public record TrainingPlan(
    String title,
    String dataset,
    NetworkPlan network,
    LossSpec loss,
    BatchPlan batches,
    OptimiserPlan optimiser,
    int epochs,
    int warmUpEpochs,
    long seed,
    ValidationPlan validation)
    implements TrainingPlanBuilder.With {
  /** Checks the ranges. Throws {@link ProblemException} naming the field. */
  public TrainingPlan {
    Objects.requireNonNull(title);
    Objects.requireNonNull(dataset);
    Objects.requireNonNull(network);
    Objects.requireNonNull(loss);
    Objects.requireNonNull(batches);
    Objects.requireNonNull(optimiser);
    Objects.requireNonNull(validation);
    Range.whole("epochs", epochs, 1, 10_000);
    Range.whole("warmUpEpochs", warmUpEpochs, 0, 1_000);
    if (network.frozen() && warmUpEpochs > 0) {
      throw ProblemException.badValue("warmUpEpochs", warmUpEpochs, "0 for a frozen back bone");
    }
  }

  /** A plan measured as usual. */
  public TrainingPlan(
      String title,
      String dataset,
      NetworkPlan network,
      LossSpec loss,
      BatchPlan batches,
      OptimiserPlan optimiser,
      int epochs,
      int warmUpEpochs,
      long seed) {
    this(
        title,
        dataset,
        network,
        loss,
        batches,
        optimiser,
        epochs,
        warmUpEpochs,
        seed,
        ValidationPlan.USUAL);
  }

  /** Epochs in all, warm-up included. */
  public int totalEpochs() {
    return warmUpEpochs + epochs;
  }
}
