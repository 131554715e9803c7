package eifexplorer.job;

/** Where a job runs. */
public enum Lane {
  /**
   * One at a time, in order: native work that a person waits for, such as opening a model; trainings let it go first. The next
   * goes past one that was given up and does not end, as where a network drive does not answer.
   */
  ENGINE,
  /** One at a time: the training of a whole network, hours; between its steps it lets {@link #ENGINE} and {@link #COMPUTE} go first. */
  NETWORK,
  /** One at a time: the training of heads, seconds to minutes; between its steps it lets {@link #ENGINE} and {@link #COMPUTE} go first. */
  HEAD,
  /** Plain kernels that a person waits for, as many at once as there are cores, and at least two; trainings let them go first. */
  COMPUTE,
  /** Plain kernels of seconds to minutes that were asked for and are looked at, such as a map or a trial; each begins at once. */
  QUESTION,
  /** Plain kernels of minutes to hours, as many at once as there are cores, and at least two. */
  EXPERIMENT,
  /** One at a time: what is in sight painted anew, milliseconds; waits for nothing else. */
  DRAWING,
  /** Reading and writing files. */
  IO,
  /** One at a time: long work that nobody waits for, beside everything else. */
  BACKGROUND;

  /** Whether what is handed over waits for all that was handed over before. */
  public boolean isOneAtATime() {
    return this == ENGINE
        || this == NETWORK
        || this == HEAD
        || this == DRAWING
        || this == BACKGROUND;
  }

  /** Whether it works out what is looked at only once there is a picture of what was opened. */
  boolean isBehindPictures() {
    return this == BACKGROUND || this == EXPERIMENT || this == QUESTION || this == COMPUTE;
  }

  /** Whether others let what runs here go first. */
  boolean isUrgent() {
    return this == ENGINE || this == COMPUTE;
  }

  /** Whether what runs here lets urgent work go first. */
  boolean givesWay() {
    return this == NETWORK || this == HEAD;
  }
}
