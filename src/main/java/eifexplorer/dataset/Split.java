package eifexplorer.dataset;

/** The part of a data set a sample belongs to. */
public enum Split {
  TRAIN,
  TEST,
  /** Test image that is searched for (In-Shop). */
  QUERY,
  /** Test image that is searched among (In-Shop). */
  GALLERY;

  /** True for everything but training samples. */
  public boolean isTest() {
    return this != TRAIN;
  }
}
