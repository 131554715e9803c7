package eifexplorer.ui.kit;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A menu of what can be done with something, opened with the right mouse button or the menu key on it; each line has the
 * key that does the same.
 */
public final class CommandMenu {
  /** Room for the longest line with its key, the same for all so that the keys stand below each other. */
  private static final double WIDTH = 288;

  private CommandMenu() {}

  /**
   * A line of the menu.
   *
   * @param text what it does, as things are: {@code Take the flag away}
   * @param icon before it
   * @param command whose key stands behind it, if there is one
   * @param enabled whether it can be done now
   * @param action does it
   */
  public record Entry(
      String text, Ikon icon, Optional<KeyCommand> command, boolean enabled, Runnable action) {
    /** A line that can be chosen, with a key. */
    public static Entry of(String text, Ikon icon, KeyCommand command, Runnable action) {
      return new Entry(text, icon, Optional.of(command), true, action);
    }

    /** A line that can be chosen, without a key. */
    public static Entry of(String text, Ikon icon, Runnable action) {
      return new Entry(text, icon, Optional.empty(), true, action);
    }

    /** The same line, which can be chosen or not. */
    public Entry enabled(boolean possible) {
      return new Entry(text, icon, command, possible, action);
    }
  }

  /**
   * Has a node open a menu.
   *
   * @param groups the lines, asked for when it opens, set apart group by group; without any no menu opens
   */
  public static void on(Node node, Supplier<List<List<Entry>>> groups) {
    node.setOnContextMenuRequested(
        event -> {
          event.consume();
          show(node, groups.get(), event.getScreenX(), event.getScreenY());
        });
  }

  private static void show(Node node, List<List<Entry>> groups, double x, double y) {
    ContextMenu menu = new ContextMenu();
    menu.setId("command-menu");
    for (List<Entry> group : groups) {
      if (!group.isEmpty() && !menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      group.forEach(entry -> menu.getItems().add(item(entry)));
    }
    if (menu.getItems().isEmpty()) {
      return;
    }
    Parent owner = node.getScene().getRoot();
    CommandCaps.followAs(menu.getScene().getRoot(), owner);
    menu.getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> escape(event, menu));
    menu.show(node, x, y);
  }

  /** Closes the menu alone: what is not taken here would close what lies below it too. */
  private static void escape(KeyEvent event, ContextMenu menu) {
    if (event.getCode() == KeyCode.ESCAPE) {
      menu.hide();
      event.consume();
    }
  }

  private static MenuItem item(Entry entry) {
    Label text = label(entry.text(), "menu-title");
    text.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, new FontIcon(entry.icon()), text, spacer());
    entry.command().ifPresent(command -> row.getChildren().add(new CommandCaps(command)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(WIDTH);
    CustomMenuItem item = new CustomMenuItem(row);
    item.setMnemonicParsing(false);
    item.setText(entry.text());
    item.setDisable(!entry.enabled());
    item.setOnAction(event -> entry.action().run());
    return item;
  }
}
