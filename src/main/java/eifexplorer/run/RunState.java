package eifexplorer.run;

/** Where a training run stands. */
public enum RunState {
  /** A program is at it. */
  RUNNING,
  /** Its model is in the workspace. */
  FINISHED,
  /** It was paused or killed, and can go on. */
  INTERRUPTED,
  /** It was given up; it can go on from its last checkpoint if it is wanted after all. */
  CANCELLED,
  /** Something went wrong; it can go on from its last checkpoint once that is mended. */
  FAILED
}
