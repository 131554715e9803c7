package eifexplorer.run;

import eifexplorer.training.TrainingPlan;
import java.time.Duration;

/**
 * What a training would be, before it begins.
 *
 * @param plan with everything that was asked for in its place
 * @param images training images
 * @param allImages training and test images
 * @param randomWeights whether the back bone starts from nothing
 * @param rate images a second that a run of this network made in the workspace; 0 if none did
 */
public record TrainPreview(
    TrainingPlan plan, int images, int allImages, boolean randomWeights, double rate) {
  /** Images a second of 224 by 224 on two processor cores: a ResNet-50 that learns, and a small network that looks. */
  private static final double LEARNING = 4;

  private static final double LOOKING = 10;
  private static final double USUAL_SIDE = 224;

  /** How long it takes, roughly: by an earlier run of the network, else as on two processor cores. */
  public Duration duration() {
    double larger = Math.pow(plan.network().crop() / USUAL_SIDE, 2);
    double seconds =
        plan.network().frozen()
            ? allImages * larger / LOOKING
            : images * (double) plan.totalEpochs() / (rate > 0 ? rate : LEARNING / larger);
    return Duration.ofSeconds(Math.round(seconds));
  }

  /** The plan in one line. */
  public String describe() {
    String what =
        plan.network().frozen() ? "head and proxies on frozen features" : "the whole network";
    return plan.network().backbone()
        + (randomWeights ? " from random weights" : "")
        + ", "
        + what
        + ", "
        + plan.loss().name()
        + ", "
        + (plan.totalEpochs() == 1 ? "1 epoch" : plan.totalEpochs() + " epochs")
        + " of "
        + images
        + " images";
  }
}
