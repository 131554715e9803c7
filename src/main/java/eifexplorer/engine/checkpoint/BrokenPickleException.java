package eifexplorer.engine.checkpoint;

/** What is wrong with a pickle, a phrase; the reader adds the file and turns it into a problem in words. */
final class BrokenPickleException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String REMEDY =
      "In Python, save the weights alone: torch.save(model.state_dict(), file).";

  private final String remedy;

  BrokenPickleException(String what) {
    this(what, REMEDY);
  }

  BrokenPickleException(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  /** What to do, a sentence. */
  String remedy() {
    return remedy;
  }
}
