package eifexplorer.ui.explore.diff;

import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;

/**
 * A changed image as it is listed.
 *
 * @param query the image
 * @param className its class
 * @param before its nearest neighbour with the first model
 * @param after its nearest neighbour with the second
 * @param distances of its pair with both: {@code 0.460 → 0.452}
 * @param change of it: {@code −0.008}; empty if it is not known
 */
record DiffItem(
    Picture query, String className, Side before, Side after, String distances, String change) {
  /**
   * A nearest neighbour.
   *
   * @param sameClass whether it has the image's class
   */
  record Side(Picture picture, String className, boolean sameClass) {}

  static DiffItem of(DiffImage image, ComparedModels models) {
    Side query = side(models.before(), image.before(), true);
    return new DiffItem(
        query.picture(),
        query.className(),
        side(models.before(), image.nearestBefore(), image.kind() == DiffKind.NEW),
        side(models.after(), image.nearestAfter(), image.kind() == DiffKind.FIXED),
        distance(image.distanceBefore()) + " → " + distance(image.distanceAfter()),
        Double.isNaN(image.change()) ? "" : signed(image.change()));
  }

  private static Side side(ExplorerSession session, int test, boolean sameClass) {
    Sample sample = session.testSample(test);
    String name = session.className(sample.label());
    return new Side(
        new Picture(session.image(sample), Texts.of("test {0}", test), name), name, sameClass);
  }

  private static String distance(double distance) {
    return Double.isNaN(distance) ? "–" : Texts.distance(distance);
  }

  /** As many decimals as the distances have. */
  private static String signed(double change) {
    return Texts.signed(change, 3);
  }

  /** For those who can't see it. */
  String spoken() {
    return Texts.of(
        "{0}, nearest before {1}, after {2}, distance {3}",
        className, before.className(), after.className(), distances);
  }
}
