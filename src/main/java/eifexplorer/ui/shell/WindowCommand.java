package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands that work wherever the user is. */
enum WindowCommand implements KeyCommand {
  SEARCH(Texts.of("search classes, files and pairs"), "Shortcut+K"),
  OPEN(Texts.of("open anything"), "Shortcut+Shift+O"),
  OPEN_WORKSPACE(Texts.of("open a workspace"), "Shortcut+O"),
  NEW_DATA_SET(Texts.of("open a data set"), "Shortcut+N"),
  JOBS(Texts.of("all jobs"), "Shortcut+J"),
  PRESENT(Texts.of("present the best findings"), "F11"),
  THEME(Texts.of("dark, light"), "Shortcut+D"),
  SETTINGS(Texts.of("settings"), "Shortcut+Comma"),
  GUIDE(Texts.of("the guide, at this screen"), "F1"),
  HELP(Texts.of("this sheet"), "Shift+F1");

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
