package eifexplorer.ui.explore;

/** What the strips explain. */
public enum InfluenceScope {
  /** The chosen pair alone. */
  PAIR,
  /** Every pair with the same two classes in the same order. */
  CLASS_PAIR
}
