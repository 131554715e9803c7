package eifexplorer.job;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED,
  /** Somebody stopped it, to have it go on later. */
  PAUSED;

  /** True once nothing more will happen. */
  public boolean ended() {
    return this != QUEUED && this != RUNNING;
  }
}
