package eifexplorer.ui.explore.inspector;

import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;

/**
 * One of the two photographs.
 *
 * @param picture what to show
 * @param className its class
 * @param fileName its file
 */
public record PhotoText(Picture picture, String className, String fileName) {
  /** A test image. */
  static PhotoText of(ExplorerSession session, int testIndex) {
    Sample sample = session.testSample(testIndex);
    String className = session.className(sample.label());
    return new PhotoText(
        new Picture(session.image(sample), Texts.of("test {0}", testIndex), className),
        className,
        sample.fileName());
  }
}
