package eifexplorer.ui.kit;

import eifexplorer.problem.PlainText;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import javafx.beans.property.StringProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands beside a field for a path and offers what was taken for the same purpose before. */
public final class RecentPaths extends MenuButton {
  private final Purpose purpose;
  private final StringProperty text;

  /** Puts what is chosen into {@code text}. */
  public RecentPaths(Purpose purpose, StringProperty text) {
    this.purpose = purpose;
    this.text = text;
    getStyleClass().add("recent-paths");
    setGraphic(new FontIcon(Feather.CLOCK));
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(Texts.of("Recent"));
    Tips.on(this, Texts.of("Taken before"));
    setOnShowing(event -> fill());
  }

  private void fill() {
    getItems().clear();
    for (String path : FileDialogs.of(this).recent(purpose)) {
      MenuItem item = new MenuItem(PlainText.of(path));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> text.set(path));
      getItems().add(item);
    }
    if (getItems().isEmpty()) {
      MenuItem nothing = new MenuItem(Texts.of("Nothing was taken yet"));
      nothing.setDisable(true);
      getItems().add(nothing);
    }
  }
}
