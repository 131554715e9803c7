package eifexplorer.job;

/** Where a job runs. */
public enum Lane {
  /** One at a time, in order: everything that calls native tensor code. */
  ENGINE,
  /** Plain kernels, as many at once as there are cores. */
  COMPUTE,
  /** Reading and writing files. */
  IO,
  /** One at a time: long work that nobody waits for, beside everything else. */
  BACKGROUND;

  /** Whether what is handed over waits for all that was handed over before. */
  public boolean isOneAtATime() {
    return this == ENGINE || this == BACKGROUND;
  }
}
