package eifexplorer.dataset.demo;

/** The shapes of bill a {@link Build} can have. */
public enum BillShape {
  /** Fine and pointed, as of birds that pick insects from leaves. */
  THIN,
  /** Short and strong. */
  STUBBY,
  /** A deep cone for seeds. */
  CONICAL,
  /** Heavy, with the tip of the upper half bent down. */
  HOOKED,
  /** Long, thin and curved downwards. */
  DECURVED
}
