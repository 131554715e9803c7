package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;

/** The preset for heads on frozen features, made to fit small data sets: runs of seconds, as reviewing labels needs them. */
public final class FrozenHeadPlan {
  private FrozenHeadPlan() {}

  /**
   * A plan for a run.
   *
   * @param loss what is minimised
   * @param labels of the training samples [n]
   * @param columns F
   *
   * @throws ProblemException with fewer than two classes or three samples
   */
  public static TrainingPlan fitting(LossSpec loss, int[] labels, int columns, long seed) {
    TrainingPlan preset = PlanPresets.nearest("cub", "_frozen_", loss.name());
    int classes = (int) Arrays.stream(labels).distinct().count();
    if (classes < 2 || labels.length < 3) {
      throw new ProblemException(
          counted(labels.length, classes),
          "",
          "A head is trained on two classes and three images at least.");
    }
    BatchPlan usual = preset.batches();
    int perBatch = Math.min(Math.min(usual.classes(), classes), labels.length - 1);
    int perClass = Math.min(usual.samplesPerClass(), (labels.length - 1) / perBatch);
    NetworkPlan network = preset.network();
    NetworkPlan fitting =
        new NetworkPlan(
            network.backbone(),
            true,
            network.resize(),
            network.crop(),
            Math.max(2, Math.min(network.embeddingSize(), columns)),
            columns < 2 ? NetworkPlan.InitialHead.UNIFORM : network.initialHead());
    return new TrainingPlan(
        preset.title(),
        preset.dataset(),
        fitting,
        loss,
        new BatchPlan(usual.sampler(), perBatch, Math.max(1, perClass)),
        preset.optimiser(),
        preset.epochs(),
        0,
        seed);
  }

  private static String counted(int images, int classes) {
    if (images == 1) {
      return "There is 1 image of 1 class";
    }
    return classes == 1
        ? "There are " + images + " images of 1 class"
        : "There are " + images + " images of " + classes + " classes";
  }
}
