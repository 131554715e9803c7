package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;

import eifexplorer.review.journal.Decisions.Conflict;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An image annotators disagree about: who says what, a button for what shall hold, and one that goes there. */
final class ConflictCell extends ListCell<Conflict> {
  private final ReviewViewModel model;
  private final Consumer<String> look;
  private final RowPicture picture;
  private final NameLabel said = new NameLabel("row-name");
  private final NameLabel sample = new NameLabel("small", "muted");
  private final HBox choices = new HBox(8);
  private final HBox row;

  /** A cell; {@code look} goes to the image of a path. */
  ConflictCell(ReviewViewModel model, PictureLoader pictures, Consumer<String> look) {
    this.model = model;
    this.look = look;
    setPrefWidth(0);
    picture = new RowPicture(pictures);
    VBox words = new VBox(2, said, sample);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    choices.setAlignment(Pos.CENTER_RIGHT);
    row = new HBox(10, picture, words, choices);
    row.setAlignment(Pos.CENTER_LEFT);
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && getItem() != null) {
            look.accept(getItem().sample());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Conflict conflict, boolean empty) {
    super.updateItem(conflict, empty);
    choices.getChildren().clear();
    if (empty || conflict == null) {
      picture.show(null);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    picture.show(model.pictureOf(conflict.sample()));
    said.setName(ConflictStrip.said(model, conflict));
    sample.setName(conflict.sample());
    choices
        .getChildren()
        .add(button(Texts.of("Look"), () -> look.accept(conflict.sample()), "small-button"));
    conflict.claims().stream()
        .map(JournalEntry::after)
        .distinct()
        .forEach(after -> choices.getChildren().add(choice(conflict, after)));
    setGraphic(row);
    setAccessibleText(said.getText());
  }

  private Node choice(Conflict conflict, String after) {
    return button(
        model.words().className(after),
        () -> model.disputes().resolve(conflict, after),
        "small-button");
  }
}
