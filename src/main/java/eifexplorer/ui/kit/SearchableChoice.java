package eifexplorer.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One of many values, found by parts of their names: a letter opens the list, which shows what holds all that is typed. */
public class SearchableChoice<T> extends SearchableComboBox<T> {
  private static final int ROWS = 12;

  private final String name;

  /** A choice without values; {@code name} is read aloud. */
  public SearchableChoice(String name) {
    this.name = name;
    getStyleClass().add("searchable-choice");
    setAccessibleText(name);
    setMaxWidth(Double.MAX_VALUE);
    setVisibleRowCount(ROWS);
    setPlaceholder(Controls.label(Texts.of("No name has these letters"), "muted"));
    skinProperty().addListener((value, old, now) -> getChildren().forEach(this::adapt));
    addEventHandler(KeyEvent.ANY, SearchableChoice::keep);
  }

  /** The control's own parts have the ids of others, an icon of another look, and no names. */
  private void adapt(Node part) {
    if (part instanceof CustomTextField search) {
      search.setId(null);
      search.setLeft(new FontIcon(Feather.SEARCH));
      search.setPromptText(Texts.of("Part of the name"));
      search.setAccessibleText(Texts.of("Part of the name: {0}", name));
    } else if (part instanceof ComboBox<?> list) {
      list.setId(null);
      list.setAccessibleText(name);
    }
  }

  /** A letter is no command here. */
  private static void keep(KeyEvent event) {
    boolean letter = event.getCode().isLetterKey() || event.getCode().isDigitKey();
    if (letter && !event.isShortcutDown() && !event.isAltDown()) {
      event.consume();
    }
  }
}
