package eifexplorer.ui.explore.inspector;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands of the two photographs. */
public enum PhotographCommand implements KeyCommand {
  PIN(Texts.of("pin the photograph, walk its neighbours"), "P"),
  PIN_NEIGHBOUR(Texts.of("pin the one beside it, walk its neighbours"), "Shift+P"),
  NEARER_NEIGHBOUR(Texts.of("nearer neighbour"), "Up"),
  FARTHER_NEIGHBOUR(Texts.of("farther neighbour"), "Down"),
  LOOK(Texts.of("where the model looks"), "O"),
  SWAP_SIDES(Texts.of("swap the sides"), "X"),
  BLINK(Texts.of("both in one place, one after the other"), "B"),
  OVERLAY(Texts.of("both in one place, one over the other"), "V"),
  EXEMPLARS(Texts.of("typical images of both classes"), "E"),
  OTHER_MODEL(Texts.of("the pair with the compared model, while held"), Texts.of("Back Slash"));

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
