package eifexplorer.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips of one kind: soon there, wrapped. */
public final class Tips {
  private static final double WIDEST = 360;

  private Tips() {}

  /** Puts a tooltip on a node and hands it out, for a text that changes. */
  public static Tooltip on(Node node, String text) {
    Tooltip tip = new Tooltip(text);
    tip.setShowDelay(Duration.millis(400));
    tip.setWrapText(true);
    tip.setMaxWidth(WIDEST);
    // Otherwise Escape would take away the tooltip alone, and not what it is pressed for.
    tip.setConsumeAutoHidingEvents(false);
    Tooltip.install(node, tip);
    return tip;
  }
}
