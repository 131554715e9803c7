package eifexplorer.ui.explore.inspector;

/** One of the two photographs of a pair, wherever it stands. */
public enum PairMember {
  /** The test image whose neighbour was looked for. */
  FIRST,
  /** Its neighbour. */
  SECOND;

  /** The one beside it. */
  public PairMember other() {
    return this == FIRST ? SECOND : FIRST;
  }
}
