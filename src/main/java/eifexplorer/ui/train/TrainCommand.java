package eifexplorer.ui.train;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands of the Train screen. */
public enum TrainCommand implements KeyCommand {
  QUEUE_RUN(Texts.of("queue a run of the plan"), "Shortcut+Enter"),
  PAUSE_RUN(Texts.of("pause the run, or let it go on"), "Shortcut+P");

  private final String does;
  private final String usualKey;

  TrainCommand(String does, String usualKey) {
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
