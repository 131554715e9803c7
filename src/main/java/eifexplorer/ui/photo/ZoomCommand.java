package eifexplorer.ui.photo;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands of a photograph, the same on every screen that shows one. */
public enum ZoomCommand implements KeyCommand {
  ACTUAL_SIZE(Texts.of("100 % and whole"), "Z"),
  ZOOM_IN(Texts.of("larger"), "Plus"),
  ZOOM_OUT(Texts.of("smaller"), "Minus");

  private final String does;
  private final String usualKey;

  ZoomCommand(String does, String usualKey) {
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

  @Override
  public boolean repeats() {
    return this == ZOOM_IN || this == ZOOM_OUT;
  }
}
