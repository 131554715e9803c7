package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCommand.Screen;

/** What the middle of the window can show. */
public enum Page {
  EXPLORE,
  REVIEW,
  TRAIN,
  EXPERIMENTS,
  WORKSPACE,
  NEW_DATA_SET,
  ADD_MODEL,
  RELOCATION;

  /** Whose keys work on it. */
  Screen screen() {
    return switch (this) {
      case EXPLORE -> Screen.EXPLORE;
      case REVIEW -> Screen.REVIEW;
      case TRAIN -> Screen.TRAIN;
      default -> Screen.EVERY;
    };
  }

  /** True for a form that is opened on the way and left again. */
  boolean isForm() {
    return this == NEW_DATA_SET || this == ADD_MODEL || this == RELOCATION;
  }
}
