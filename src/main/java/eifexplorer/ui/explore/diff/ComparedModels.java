package eifexplorer.ui.explore.diff;

import eifexplorer.confusion.Confusions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.ModelDiff;

/**
 * Two models on the same test images, one of them the session's own.
 *
 * @param own the session explored
 * @param other the other model's
 * @param ownIsBefore whether the session's own model is the first of the two
 * @param diff what differs
 */
record ComparedModels(
    ExplorerSession own, ExplorerSession other, boolean ownIsBefore, ModelDiff diff) {
  /** The first model's session. */
  ExplorerSession before() {
    return ownIsBefore ? own : other;
  }

  /** The second model's session. */
  ExplorerSession after() {
    return ownIsBefore ? other : own;
  }

  /** The session's own model, for people. */
  String ownTitle() {
    return ownIsBefore ? diff.before() : diff.after();
  }

  /** The other model, for people. */
  String otherTitle() {
    return ownIsBefore ? diff.after() : diff.before();
  }

  /** The other session's test index of a test image of the own one; -1 if it does not have it. */
  int there(int ownTest) {
    return ownIsBefore ? diff.matching().after(ownTest) : diff.matching().before(ownTest);
  }

  /** Own test index of a changed image. */
  int own(DiffImage image) {
    return ownIsBefore ? image.before() : image.after();
  }

  /** Own test index of the other image of a changed image's pair; of its nearest neighbour if that one is not there. */
  int ownPartner(DiffImage image) {
    int other = ownIsBefore ? image.otherBefore() : image.otherAfter();
    int nearest = ownIsBefore ? image.nearestBefore() : image.nearestAfter();
    return other == Confusions.NONE ? nearest : other;
  }

  /** The pair's distance with the own model; NaN if it does not have both images. */
  double ownDistance(DiffImage image) {
    return ownIsBefore ? image.distanceBefore() : image.distanceAfter();
  }
}
