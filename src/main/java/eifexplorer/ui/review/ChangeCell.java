package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.dataset.LabelChange;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A staged change: the image, its label before and after, who decided, and what takes it back. */
final class ChangeCell extends ListCell<LabelChange> {
  private final ReviewViewModel model;
  private final RowPicture picture;
  private final NameLabel labels = new NameLabel("row-name");
  private final Label by = label("", "small", "muted");
  private final HBox row;

  /** A cell; {@code look} goes to the image. */
  ChangeCell(ReviewViewModel model, PictureLoader pictures, Consumer<LabelChange> look) {
    this.model = model;
    setPrefWidth(0);
    picture = new RowPicture(pictures);
    by.setMinWidth(0);
    VBox words = new VBox(2, labels, by);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button back =
        button(Texts.of("Take back"), () -> model.disputes().revert(getItem()), "small-button");
    back.setFocusTraversable(false);
    Button go = button(Texts.of("Look"), () -> look.accept(getItem()), "small-button");
    go.setFocusTraversable(false);
    row = new HBox(10, picture, words, go, back);
    row.setAlignment(Pos.CENTER_LEFT);
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && getItem() != null) {
            look.accept(getItem());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable LabelChange change, boolean empty) {
    super.updateItem(change, empty);
    if (empty || change == null) {
      picture.show(null);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    picture.show(model.pictureOf(change.sample()));
    labels.setName(
        model.words().className(change.from()) + "  →  " + model.words().className(change.to()));
    by.setText(model.disputes().by(change.sample()) + " · " + change.sample());
    setGraphic(row);
    setAccessibleText(labels.getText() + ", " + by.getText());
  }
}
