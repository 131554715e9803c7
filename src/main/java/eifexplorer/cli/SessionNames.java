package eifexplorer.cli;

import eifexplorer.export.SampleNames;
import eifexplorer.session.ExplorerSession;

/** Names samples by the data set of a session. */
final class SessionNames implements SampleNames {
  private final ExplorerSession session;

  SessionNames(ExplorerSession session) {
    this.session = session;
  }

  @Override
  public String trainPath(int index) {
    return session.trainSample(index).path();
  }

  @Override
  public String trainClass(int index) {
    return session.className(session.trainSample(index).label());
  }

  @Override
  public String testPath(int index) {
    return session.testSample(index).path();
  }

  @Override
  public String className(int label) {
    return session.className(label);
  }
}
