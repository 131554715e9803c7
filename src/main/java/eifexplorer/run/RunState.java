package eifexplorer.run;

/** Where a training run stands. */
public enum RunState {
  /** A program is at it. */
  RUNNING,
  /** Its model is in the workspace. */
  FINISHED,
  /** It was paused, cancelled or killed, and can go on. */
  INTERRUPTED,
  /** Something went wrong; it can go on from its last checkpoint once that is mended. */
  FAILED
}
