package eifexplorer.engine.checkpoint;

/** What is wrong with a pickle, a phrase; the reader adds the file and turns it into a problem in words. */
final class BrokenPickleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenPickleException(String what) {
    super(what);
  }
}
