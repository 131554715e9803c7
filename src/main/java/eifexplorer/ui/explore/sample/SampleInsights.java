package eifexplorer.ui.explore.sample;

import eifexplorer.dataset.Sample;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.LossRank;
import eifexplorer.session.Neighbour;
import eifexplorer.ui.explore.strips.LabelsViewModel;
import eifexplorer.ui.explore.strips.LikelyLabel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;

/**
 * What the model says of a training image; made in the background.
 *
 * @param trainIndex the image
 * @param labels its likeliest labels
 * @param loss its loss and the rank of it
 * @param margin by how much it is nearer to its own class; NaN for the only image of its class
 * @param nearest the nearest training images, nearest first
 * @param typical typical images of its label
 * @param typicalOther typical images of the likeliest other label; empty if there is none
 */
public record SampleInsights(
    int trainIndex,
    List<LikelyLabel> labels,
    LossRank loss,
    double margin,
    List<Near> nearest,
    Typical typical,
    Optional<Typical> typicalOther) {
  /** Pictures in a row. */
  static final int PICTURES = 5;

  private static final int LABELS = 3;

  /**
   * A near training image.
   *
   * @param trainIndex its index
   * @param picture what to show
   * @param distance as that of a pair
   * @param sameLabel true if it carries the label of the image
   */
  public record Near(int trainIndex, Picture picture, double distance, boolean sameLabel) {}

  /**
   * Typical training images of a class.
   *
   * @param className the class
   * @param images the most typical first
   */
  public record Typical(String className, List<Near> images) {}

  /** Asks everything about a training image. */
  static SampleInsights of(
      ExplorerSession session, ImageInsights insights, int trainIndex, JobContext context) {
    int given = session.trainSample(trainIndex).label();
    List<LikelyLabel> labels =
        LabelsViewModel.likeliest(session, insights, trainIndex, LABELS, context);
    Optional<Integer> other =
        labels.stream().filter(label -> !label.given()).map(LikelyLabel::label).findFirst();
    return new SampleInsights(
        trainIndex,
        labels,
        insights.loss(trainIndex, context),
        insights.labelMargin(trainIndex, context),
        insights.nearestTraining(trainIndex, PICTURES, context).stream()
            .map(near -> near(session, near, given))
            .toList(),
        typical(session, insights, given, context),
        other.map(label -> typical(session, insights, label, context)));
  }

  private static Near near(ExplorerSession session, Neighbour neighbour, int given) {
    int index = neighbour.index();
    Sample sample = session.trainSample(index);
    String className = session.className(sample.label());
    Picture picture = new Picture(session.image(sample), Texts.of("train {0}", index), className);
    return new Near(index, picture, neighbour.distance(), sample.label() == given);
  }

  private static Typical typical(
      ExplorerSession session, ImageInsights insights, int label, JobContext context) {
    return new Typical(
        session.className(label),
        insights.typicalTraining(label, PICTURES, context).stream()
            .map(index -> near(session, new Neighbour(index, 0), label))
            .toList());
  }

  /** How many of the nearest carry the label: {@code 1 of 5 carries the label Rusty Blackbird}. */
  public String agreementText() {
    long same = nearest.stream().filter(Near::sameLabel).count();
    return same == 1
        ? Texts.of("{0} of {1} carries the label {2}", same, nearest.size(), typical.className())
        : Texts.of("{0} of {1} carry the label {2}", same, nearest.size(), typical.className());
  }

  /** The rank of the loss: {@code 12 of 1,402}. */
  public String lossRankText() {
    return Texts.of("{0} of {1}", Texts.count(loss.rank()), Texts.count(loss.of()));
  }

  /** The margin with its sign; a dash for the only image of its class. */
  public String marginText() {
    return Double.isNaN(margin) ? "–" : Texts.signed(margin);
  }
}
