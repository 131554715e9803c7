package eifexplorer.ui.train;

import eifexplorer.training.TrainingPlan;

/**
 * A plan to begin with.
 *
 * @param group heading it is listed under
 * @param title for people
 * @param plan the plan
 */
public record PlanPreset(String group, String title, TrainingPlan plan) {
  /** Heading of plans that train the last layer and the proxies only. */
  static final String FROZEN = "Frozen features";

  /** Heading of plans that train everything. */
  static final String WHOLE = "Whole network";

  /** Heading of plans from files. */
  static final String OWN = "Your own files";

  /** How long it is, in few words. */
  public String subtitle() {
    String epochs = plan.epochs() == 1 ? "1 epoch" : plan.epochs() + " epochs";
    return plan.warmUpEpochs() > 0 ? epochs + ", " + plan.warmUpEpochs() + " of warm-up" : epochs;
  }
}
