package eifexplorer.problem;

/** What the program ran out of, in words: a file that asks for more than there is, or an honest one too large for this machine. */
public final class Exhausted {
  private Exhausted() {}

  /** For an {@link OutOfMemoryError}, a {@link StackOverflowError} or another of their kind. */
  public static ProblemException problem(VirtualMachineError error) {
    if (error instanceof OutOfMemoryError) {
      return new ProblemException(
          "There is not enough memory for this",
          (Runtime.getRuntime().maxMemory() >> 20) + " MB may be used",
          "Start Java with a larger -Xmx, such as -Xmx4g, or check that the files are what they"
              + " should be.",
          error);
    }
    return new ProblemException(
        "A file is nested too deeply", "", "Check that it is what it should be.", error);
  }
}
