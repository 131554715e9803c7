package eifexplorer.ui.kit;

import javafx.scene.Node;

/** Tooltips of one kind: soon there, wrapped. */
public final class Tips {
  private Tips() {}

  /** Puts a tooltip on a node and hands it out, for a text that changes. */
  public static Tip on(Node node, String text) {
    return new Tip(node, text);
  }
}
