package eifexplorer.ui.explore.inspector;

import eifexplorer.ui.kit.KeyCommand;

/** Commands of the two photographs. */
public enum PhotographCommand implements KeyCommand {
  PIN("pin the photograph, walk its neighbours", "P"),
  PIN_NEIGHBOUR("pin the one beside it, walk its neighbours", "Shift+P"),
  NEARER_NEIGHBOUR("nearer neighbour", "Up"),
  FARTHER_NEIGHBOUR("farther neighbour", "Down"),
  LOOK("where the model looks", "O"),
  SWAP_SIDES("swap the sides", "X"),
  BLINK("both in one place, one after the other", "B"),
  OVERLAY("both in one place, one over the other", "V"),
  EXEMPLARS("typical images of both classes", "E"),
  OTHER_MODEL("the pair with the compared model, while held", "Back Slash");

  private final String does;
  private final String usualKey;

  PhotographCommand(String does, String usualKey) {
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
  public boolean holds() {
    return this == OTHER_MODEL;
  }

  @Override
  public boolean repeats() {
    return this == NEARER_NEIGHBOUR || this == FARTHER_NEIGHBOUR;
  }
}
