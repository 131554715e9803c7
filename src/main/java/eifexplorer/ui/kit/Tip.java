package eifexplorer.ui.kit;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a node while the pointer rests on it; nothing while the text is empty. The tooltip itself, a window with a
 * scene of its own, is made when the pointer first comes: most are never seen, and cells of lists are made while somebody
 * scrolls.
 */
public final class Tip {
  private static final double WIDEST = 360;

  private final Node node;
  private final StringProperty text;
  private @Nullable Tooltip tooltip;

  Tip(Node node, String text) {
    this.node = node;
    this.text = new SimpleStringProperty(text);
    this.text.addListener(
        (value, old, now) -> {
          if (tooltip != null || node.isHover()) {
            refresh();
          }
        });
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> refresh());
  }

  /** What is said. */
  public StringProperty textProperty() {
    return text;
  }

  /** Says something else. */
  public void setText(String newText) {
    text.set(newText);
  }

  private void refresh() {
    boolean any = !text.get().isEmpty();
    if (any && tooltip == null) {
      tooltip = tooltip();
    }
    if (tooltip != null) {
      tooltip.setText(text.get());
      if (any) {
        Tooltip.install(node, tooltip);
      } else {
        Tooltip.uninstall(node, tooltip);
      }
    }
  }

  private static Tooltip tooltip() {
    Tooltip tooltip = new Tooltip();
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST);
    // Otherwise Escape would take away the tooltip alone, and not what it is pressed for.
    tooltip.setConsumeAutoHidingEvents(false);
    return tooltip;
  }
}
