package eifexplorer.ui.explore.confusions;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.Sample;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.Locale;

/**
 * A confused pair as it is listed.
 *
 * @param pair the pair
 * @param wrongClass name of the image's class
 * @param confusedClass name of the neighbour's class
 * @param wrong the image
 * @param confused its neighbour
 * @param wrongPicture the image to show
 * @param confusedPicture the neighbour to show
 * @param key the pair by its paths
 * @param mutual whether each image is the other's nearest neighbour: then there is a pair the other way round too
 * @param wrongShare share of the image's class that is wrong, 0..1
 * @param searchText class and file names in lower case
 */
public record PairItem(
    ConfusionPair pair,
    String wrongClass,
    String confusedClass,
    Sample wrong,
    Sample confused,
    Picture wrongPicture,
    Picture confusedPicture,
    PairKey key,
    boolean mutual,
    double wrongShare,
    String searchText) {
  /**
   * A pair that is not listed: a test image and any other one.
   *
   * @param distance squared, of the unit embeddings, 0..4
   */
  public static PairItem walkedTo(ExplorerSession session, int first, int second, double distance) {
    int firstLabel = session.testSample(first).label();
    int secondLabel = session.testSample(second).label();
    return of(session, new ConfusionPair(first, second, firstLabel, secondLabel, distance), 0);
  }

  /** A pair of the session. */
  static PairItem of(ExplorerSession session, ConfusionPair pair, double wrongShare) {
    Sample wrong = session.testSample(pair.wrong());
    Sample confused = session.testSample(pair.confusedWith());
    String wrongClass = session.className(pair.wrongLabel());
    String confusedClass = session.className(pair.confusedLabel());
    String text =
        String.join("\n", wrongClass, confusedClass, wrong.fileName(), confused.fileName());
    return new PairItem(
        pair,
        wrongClass,
        confusedClass,
        wrong,
        confused,
        new Picture(session.image(wrong), Texts.of("test {0}", pair.wrong()), wrongClass),
        new Picture(
            session.image(confused), Texts.of("test {0}", pair.confusedWith()), confusedClass),
        new PairKey(wrong.path(), confused.path()),
        session.confusions().isMutual(pair),
        wrongShare,
        text.toLowerCase(Locale.ROOT));
  }

  /** True for the pair itself and for the one the other way round. */
  boolean isOf(PairItem other) {
    return other != null
        && (this == other
            || (mutual
                && pair.wrong() == other.pair.confusedWith()
                && pair.confusedWith() == other.pair.wrong()));
  }
}
