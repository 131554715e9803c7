package eifexplorer.ui.explore.confusions;

/** A line of the lists of class pairs and classes. */
interface ConfusionRow {
  /** Class names in lower case. */
  String searchText();

  /** The line as it is read aloud. */
  String spoken();
}
