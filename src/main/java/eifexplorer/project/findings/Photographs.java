package eifexplorer.project.findings;

import eifexplorer.dataset.Sample;
import eifexplorer.export.Finding.Photograph;
import eifexplorer.session.ExplorerSession;
import java.util.Locale;

/** A session's images as findings show them: by their labels, never by their files. */
final class Photographs {
  private final ExplorerSession session;

  Photographs(ExplorerSession session) {
    this.session = session;
  }

  Photograph train(int index, String detail) {
    return of(session.trainSample(index), true, index, detail);
  }

  Photograph test(int index, String detail) {
    return of(session.testSample(index), false, index, detail);
  }

  private Photograph of(Sample sample, boolean training, int index, String detail) {
    return new Photograph(
        sample.path(), training, index, session.className(sample.label()), detail);
  }

  /** The class of a test image. */
  String testClass(int index) {
    return session.className(session.testSample(index).label());
  }

  /** With commas between thousands, and the word: {@code 1 pair}, {@code 2,400 pairs}. */
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}
