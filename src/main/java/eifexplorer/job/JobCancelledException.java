package eifexplorer.job;

/** Ends a job that was asked to stop. */
public final class JobCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The one kind there is. */
  public JobCancelledException() {
    super("Cancelled");
  }
}
