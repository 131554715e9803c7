package eifexplorer.cli;

/** Exit codes of the program. */
public final class ExitCode {
  /** What was asked for is done. */
  public static final int DONE = 0;

  /** Something went wrong; the error stream says what. */
  public static final int FAILED = 1;

  /** The command line was not understood. */
  public static final int USAGE = 2;

  /** The user stopped it. */
  public static final int CANCELLED = 130;

  private ExitCode() {}
}
