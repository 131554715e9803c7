package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every key, on a sheet over the window. */
final class HelpSheet extends VBox {
  private static final int IN_LEFT_COLUMN = 2;

  HelpSheet(Runnable close) {
    super(16);
    getStyleClass().addAll("sheet", "help-sheet");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    HBox head =
        new HBox(label("Keys", "h1"), spacer(), iconButton(Feather.X, "Close (Esc)", close));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox left = new VBox(16);
    VBox right = new VBox(16);
    int group = 0;
    for (KeyHelp help : KeyHelp.all()) {
      boolean toLeft = group++ < IN_LEFT_COLUMN;
      (toLeft ? left : right).getChildren().add(group(help));
    }
    getChildren().addAll(head, new HBox(32, left, right));
  }

  private static VBox group(KeyHelp help) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    int row = 0;
    for (KeyHelp.Key key : help.keys()) {
      HBox caps = new HBox(4);
      caps.setAlignment(Pos.CENTER_LEFT);
      key.caps().forEach(cap -> caps.getChildren().add(key(cap)));
      grid.addRow(row++, caps, label(key.does()));
    }
    return new VBox(8, label(help.title(), "section-head"), grid);
  }
}
