package eifexplorer.ui.explore.totals;

import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;

/**
 * Two test images, small.
 *
 * @param wrong picture of the first
 * @param neighbour picture of the second
 * @param wrongClass the first's class
 * @param neighbourClass the second's
 */
record PairPicture(Picture wrong, Picture neighbour, String wrongClass, String neighbourClass) {
  static PairPicture of(ExplorerSession session, int wrong, int neighbour) {
    return new PairPicture(
        picture(session, wrong),
        picture(session, neighbour),
        session.className(session.testSample(wrong).label()),
        session.className(session.testSample(neighbour).label()));
  }

  private static Picture picture(ExplorerSession session, int index) {
    Sample sample = session.testSample(index);
    return new Picture(
        session.image(sample), Texts.of("test {0}", index), session.className(sample.label()));
  }
}
