package eifexplorer.ui.shell;

/** What the middle of the window can show. */
public enum Page {
  EXPLORE,
  TRAIN,
  WORKSPACE,
  NEW_DATA_SET,
  ADD_MODEL,
  RELOCATION;

  /** True for a form that is opened on the way and left again. */
  boolean isForm() {
    return this == NEW_DATA_SET || this == ADD_MODEL || this == RELOCATION;
  }
}
