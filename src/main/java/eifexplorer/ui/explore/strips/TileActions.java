package eifexplorer.ui.explore.strips;

import eifexplorer.ui.kit.CommandMenu;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * What a tile leads to beyond the strips.
 *
 * @param open shows more of the chosen training image
 * @param menu what can be done with it, as things are
 */
public record TileActions(Runnable open, Supplier<List<List<CommandMenu.Entry>>> menu) {
  /** Has a node open the menu for what is chosen. */
  public void menuOn(Node node) {
    CommandMenu.on(node, menu);
  }
}
