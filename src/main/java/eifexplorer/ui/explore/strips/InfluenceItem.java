package eifexplorer.ui.explore.strips;

import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;

/**
 * A training image in a strip.
 *
 * @param kind which strip
 * @param rank from 1, the strongest first
 * @param of how many there are of the kind
 * @param trainIndex index of the training sample
 * @param scoreText signed, in the scale of both strips
 * @param fullScore the same with its power of ten, such as {@code +0.37×10⁻⁶}
 * @param share length of the bar, 0..1
 * @param move how its rank differs from that for the pair alone; may be empty
 * @param oneClass whether the images of the pair have the same class
 * @param className its given label
 * @param sample the sample
 * @param picture what to show
 */
public record InfluenceItem(
    InfluenceKind kind,
    int rank,
    int of,
    int trainIndex,
    String scoreText,
    String fullScore,
    double share,
    String move,
    boolean oneClass,
    String className,
    Sample sample,
    Picture picture) {
  /** The training image at a rank, from 0. */
  public static InfluenceItem of(
      ExplorerSession session, RankedInfluence influence, InfluenceKind kind, int rank) {
    int index = influence.trainIndex(kind, rank);
    double score = influence.scores().influence(index);
    Sample sample = session.trainSample(index);
    String className = session.className(sample.label());
    return new InfluenceItem(
        kind,
        rank + 1,
        influence.count(kind),
        index,
        influence.scale().signed(score),
        influence.scale().full(score),
        influence.scale().share(score),
        influence.move(index),
        influence.isOfOneClass(session),
        className,
        sample,
        new Picture(session.image(sample), Texts.of("train {0}", index), className));
  }

  /** What it does to the pair, in a sentence. */
  public String effect() {
    boolean helpful = kind == InfluenceKind.HELPFUL;
    String does =
        helpful
            ? Texts.of("Helpful: pushes the pair apart")
            : Texts.of("Harmful: keeps the pair together");
    return oneClass ? does + (helpful ? Texts.of(", wrongly") : Texts.of(", rightly")) : does;
  }

  /** Its place: {@code harmful 1 of 688}. */
  public String rankText() {
    return Texts.of("{0} {1} of {2}", Texts.of(kind.word()), Texts.count(rank), Texts.count(of));
  }
}
