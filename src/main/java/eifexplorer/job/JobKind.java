package eifexplorer.job;

/** Whether people want to know about a job. */
public enum JobKind {
  /** What somebody asked for: it may be waited for, cancelled and looked up. */
  WORK,
  /** What the program does for itself, such as saving a setting: worth a word only when it fails. */
  HOUSEKEEPING
}
