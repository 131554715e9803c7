package eifexplorer.job;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** True once nothing more will happen. */
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
