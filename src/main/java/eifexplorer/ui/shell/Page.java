package eifexplorer.ui.shell;

/** What the middle of the window can show. */
public enum Page {
  EXPLORE,
  WORKSPACE,
  NEW_DATA_SET
}
