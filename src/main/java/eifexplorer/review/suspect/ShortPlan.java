package eifexplorer.review.suspect;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.BatchPlan;
import eifexplorer.training.NetworkPlan;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import java.util.Arrays;

/** The plan of the short runs detectors train: the preset for heads on frozen features, made to fit small data sets. */
final class ShortPlan {
  private static final String PRESET = "cub_frozen_ProxyNCA_prob_orig";

  private ShortPlan() {}

  /**
   * A plan for labels [n] and features of F columns.
   *
   * @throws ProblemException with fewer than two classes or three samples
   */
  static TrainingPlan fitting(int[] labels, int columns, long seed) {
    TrainingPlan preset = PlanPresets.plan(PRESET);
    int classes = (int) Arrays.stream(labels).distinct().count();
    if (classes < 2 || labels.length < 3) {
      throw new ProblemException(
          "There are " + labels.length + " images of " + classes + " classes",
          "",
          "A head is trained on two classes and three images at least.");
    }
    BatchPlan usual = preset.batches();
    int perBatch = Math.min(usual.classes(), classes);
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
        preset.loss(),
        new BatchPlan(usual.sampler(), perBatch, Math.max(1, perClass)),
        preset.optimiser(),
        preset.epochs(),
        0,
        seed);
  }
}
