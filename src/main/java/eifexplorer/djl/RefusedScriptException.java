package eifexplorer.djl;

/** A TorchScript program that is not run, with the reason as the end of a sentence that begins with "The program". */
final class RefusedScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedScriptException(String why) {
    super(why);
  }

  RefusedScriptException(String why, int line) {
    super(why + " (line " + line + ")");
  }
}
