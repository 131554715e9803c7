package eifexplorer.ui.shell;

import eifexplorer.project.FileInspector;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;

/** What becomes of a file or folder that is dropped on the window or named in its search. */
enum DropTarget {
  WORKSPACE(Texts.of("Open the workspace")),
  BUNDLE(Texts.of("Open the embedding bundle")),
  MODEL(Texts.of("Look at the model")),
  DATA_SET(Texts.of("Open the data set")),
  NONE(Texts.of("This can't be opened"));

  private final String action;

  DropTarget(String action) {
    this.action = action;
  }

  /** What is done with it, in words. */
  String action() {
    return action;
  }

  /** What the window says while something is dragged over it. */
  String invitation() {
    return this == NONE
        ? action
        : Texts.of("Drop to {0}{1}", Texts.within(action.substring(0, 1)), action.substring(1));
  }

  /** What it looks like; looks at the file, so call it from a job. */
  static DropTarget of(Path path) {
    return switch (FileInspector.kind(path)) {
      case WORKSPACE -> WORKSPACE;
      case BUNDLE -> BUNDLE;
      case DATA_SET -> DATA_SET;
      case MODEL -> MODEL;
      case NOTHING -> NONE;
    };
  }
}
