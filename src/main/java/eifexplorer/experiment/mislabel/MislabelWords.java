package eifexplorer.experiment.mislabel;

import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetector;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.training.LossSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the ids of this experiment are for people. */
final class MislabelWords {
  /** How labels are made wrong, or that they are. */
  static final List<Choice> NOISE =
      List.of(
          new Choice("shift5", "five classes on (paper)"),
          new Choice("uniform", "any other class"),
          new Choice("confusion", "the most similar class"),
          new Choice(Scenario.GIVEN, "as the data set has them"));

  /** What heads are trained with. */
  static final List<Choice> LOSSES =
      LossSpec.ALL.stream().map(loss -> new Choice(loss.name(), loss.title())).toList();

  /** What sorts the images. */
  static final List<Choice> DETECTORS = detectors();

  /** How a label is suggested. */
  static final List<Choice> RULES =
      List.of(
          new Choice("reference", "The authors' rule, of harmful images"),
          new Choice("margins_top1", "Label margins, first"),
          new Choice("margins_top2", "Label margins, first two"),
          new Choice("knn_top1", "Neighbours, first"),
          new Choice("knn_top2", "Neighbours, first two"));

  private static final Map<String, String> NOISE_BY_ID = Choice.byName(NOISE);
  private static final Map<String, String> LOSS_BY_ID = Choice.byName(LOSSES);
  private static final Map<String, String> DETECTOR_BY_ID = Choice.byName(DETECTORS);

  private MislabelWords() {}

  private static List<Choice> detectors() {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice(RankWeights.DEFAULT_ID, "The queue's order"));
    all.add(new Choice(RankWeights.QUICK_ID, "Mean rank of two label margins"));
    for (SuspectDetector detector : SuspectDetectors.all()) {
      all.add(new Choice(detector.id(), detector.info().title()));
    }
    all.add(new Choice(MislabelRun.RANDOM, "At random"));
    return List.copyOf(all);
  }

  static String noise(String id) {
    return NOISE_BY_ID.getOrDefault(id, id);
  }

  static String loss(String id) {
    return LOSS_BY_ID.getOrDefault(id, id);
  }

  static String detector(String id) {
    return DETECTOR_BY_ID.getOrDefault(id, id);
  }
}
