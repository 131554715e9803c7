package eifexplorer.training;

/** The paper's recipe for re-weighted retraining, in batches that a data set's classes fill. */
public final class ReweightPlan {
  private ReweightPlan() {}

  /**
   * The plan for a data set; the birds' stands in for sets that have none.
   *
   * @param dataset name of the data set
   * @param loss what is minimised
   * @param trainClasses number of training classes
   * @param samples number of training samples, more than {@code trainClasses}
   */
  public static TrainingPlan of(String dataset, LossSpec loss, int trainClasses, int samples) {
    TrainingPlan plan = PlanPresets.nearest(dataset, "_reweight_", loss.name());
    BatchPlan batches = plan.batches();
    int classes = Math.min(batches.classes(), trainClasses);
    int perClass = Math.min(batches.samplesPerClass(), Math.max(1, (samples - 1) / classes));
    return plan.withLoss(loss)
        .withBatches(new BatchPlan(batches.sampler(), classes, perClass, batches.accumulate()));
  }
}
