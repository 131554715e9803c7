package eifexplorer.ui.kit;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A chip of the top bar: says what is open, and opens the menu of what else could be. */
public abstract class ChipMenu extends MenuButton {
  private static final double FACT_NAMES = 96;
  private static final double FACTS_WIDTH = 320;
  private static final double ITEM_WIDTH = 400;

  /** So that one long name leaves the other chips theirs; the tooltip has all of it. */
  private static final double WIDEST = 320;

  private final String what;
  private final boolean keepsText;
  private final Tip tip = Tips.on(this, "");

  /**
   * A chip.
   *
   * @param what it is about, read aloud before its text
   * @param keepsText whether it has its text in a small window too, where others are icons alone
   */
  protected ChipMenu(String what, Ikon icon, String id, boolean keepsText) {
    super("", new FontIcon(icon));
    this.what = what;
    this.keepsText = keepsText;
    setId(id);
    setMnemonicParsing(false);
    getStyleClass().add("chip-button");
    setMinWidth(36);
    setMaxWidth(WIDEST);
    say("");
  }

  /** Changes the text. */
  protected final void say(String text) {
    setText(text);
    tip.setText(what + ": " + text);
    setAccessibleText(text.isEmpty() ? what : what + ": " + text);
  }

  /** Chooses between the sizes for a large and a small window. */
  public final void compact(boolean small) {
    setContentDisplay(small && !keepsText ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
  }

  /** Shows or hides the chip. */
  protected final void show(boolean visible) {
    setVisible(visible);
    setManaged(visible);
  }

  /** An item with words. */
  protected static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** An item with words and a line about them. */
  protected static MenuItem item(String title, String detail, Ikon icon, Runnable action) {
    Label name = label(title, "menu-title");
    name.setWrapText(true);
    name.setMaxWidth(ITEM_WIDTH);
    Label more = label(detail, "small", "muted");
    VBox lines = new VBox(name, more);
    FontIcon sign = new FontIcon(icon);
    HBox row = new HBox(8, sign, lines);
    row.setAlignment(Pos.CENTER_LEFT);
    CustomMenuItem item = new CustomMenuItem(row);
    item.setMnemonicParsing(false);
    item.setText(title + ", " + detail);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** A line that only tells something. */
  protected static MenuItem fact(String name, String value) {
    Label title = label(name, "secondary");
    title.setMinWidth(FACT_NAMES);
    Label text = label(value, "menu-value");
    text.setWrapText(true);
    text.setMaxWidth(FACTS_WIDTH - FACT_NAMES);
    HBox row = new HBox(8, title, text);
    return told(row, name + ": " + value);
  }

  /** A heading over items. */
  protected static MenuItem heading(String text) {
    return told(new HBox(label(text, "section-head"), spacer()), text);
  }

  /** A sentence. */
  protected static MenuItem sentence(String text) {
    Label label = label(text, "small", "muted");
    label.setWrapText(true);
    label.setMaxWidth(FACTS_WIDTH);
    return told(new HBox(label), text);
  }

  private static MenuItem told(HBox row, String text) {
    row.setAlignment(Pos.BASELINE_LEFT);
    CustomMenuItem item = new CustomMenuItem(row, false);
    item.setMnemonicParsing(false);
    item.getStyleClass().add("menu-fact");
    item.setText(text);
    return item;
  }
}
