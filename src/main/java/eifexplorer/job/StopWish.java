package eifexplorer.job;

/** How somebody wants a job to stop. */
public enum StopWish {
  /** It may go on. */
  NONE,
  /** It is to keep where it stands and go on later; a job that can't is cancelled by it. */
  PAUSE,
  /** It is given up. */
  CANCEL
}
