package eifexplorer.ui.train;

import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.Texts;

/**
 * A plan to begin with.
 *
 * @param group heading it is listed under
 * @param title for people
 * @param plan the plan
 */
public record PlanPreset(String group, String title, TrainingPlan plan) {
  /** Heading of plans that train the last layer and the proxies only. */
  static final String FROZEN = Texts.of("Frozen features");

  /** Heading of plans that train everything. */
  static final String WHOLE = Texts.of("Whole network");

  /** Heading of plans from files. */
  static final String OWN = Texts.of("Your own files");

  /** How long it is, in few words. */
  public String subtitle() {
    String epochs =
        plan.epochs() == 1 ? Texts.of("1 epoch") : Texts.of("{0} epochs", plan.epochs());
    return plan.warmUpEpochs() > 0
        ? Texts.of("{0}, {1} of warm-up", epochs, plan.warmUpEpochs())
        : epochs;
  }
}
