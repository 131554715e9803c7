package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCommand;

/** Commands that work wherever the user is. */
enum WindowCommand implements KeyCommand {
  SEARCH("search classes, files and pairs", "Shortcut+K"),
  OPEN("open anything", "Shortcut+Shift+O"),
  OPEN_WORKSPACE("open a workspace", "Shortcut+O"),
  NEW_DATA_SET("open a data set", "Shortcut+N"),
  JOBS("all jobs", "Shortcut+J"),
  PRESENT("present the best findings", "F11"),
  THEME("dark, light", "Shortcut+D"),
  SETTINGS("settings", "Shortcut+Comma"),
  GUIDE("the guide, at this screen", "F1"),
  HELP("this sheet", "Shift+F1");

  private final String does;
  private final String usualKey;

  WindowCommand(String does, String usualKey) {
    this.does = does;
    this.usualKey = usualKey;
  }

  @Override
  public String does() {
    return does;
  }

  @Override
  public String usualKey() {
    return usualKey;
  }
}
