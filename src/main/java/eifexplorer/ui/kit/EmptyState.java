package eifexplorer.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: an icon, a sentence, what to do about it. */
public final class EmptyState extends VBox {
  private static final double WIDEST = 560;

  private final Label title = new Label();
  private final Label text = new Label();

  /** A state with its words and the buttons that lead on. */
  public EmptyState(Ikon icon, String title, String text, Node... actions) {
    super(8);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    this.title.getStyleClass().add("empty-title");
    this.text.getStyleClass().add("muted");
    for (Label label : new Label[] {this.title, this.text}) {
      label.setWrapText(true);
      label.setMaxWidth(WIDEST);
      label.setMinHeight(USE_PREF_SIZE);
    }
    this.text.managedProperty().bind(this.text.textProperty().isNotEmpty());
    say(title, text);
    getChildren().addAll(new FontIcon(icon), this.title, this.text);
    if (actions.length > 0) {
      HBox row = new HBox(8, actions);
      row.setAlignment(Pos.CENTER);
      row.getStyleClass().add("empty-actions");
      getChildren().add(row);
    }
  }

  /** Changes the words. */
  public void say(String newTitle, String newText) {
    title.setText(newTitle);
    text.setText(newText);
  }
}
