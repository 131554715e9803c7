package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.review.journal.JournalEntry;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An entry of the journal; a click looks at its image again. */
final class HistoryCell extends ListCell<JournalEntry> {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
  private static final double SIDE = 32;

  private final ReviewViewModel model;
  private final PictureView picture;
  private final NameLabel title = new NameLabel("row-name");
  private final NameLabel detail = new NameLabel("small", "muted");
  private final Label time = label("", "small", "muted");
  private final HBox row;

  HistoryCell(ReviewViewModel model, PictureLoader pictures) {
    this.model = model;
    getStyleClass().add("history-cell");
    setPrefWidth(0);
    picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    picture.setMinSize(SIDE, SIDE);
    picture.setMaxSize(SIDE, SIDE);
    time.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(0, title, detail);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(8, picture, words, time);
    row.setAlignment(Pos.CENTER_LEFT);
    setOnMouseClicked(
        event -> {
          if (getItem() != null) {
            model.trainIndex(getItem().sample()).ifPresent(model.queue()::select);
          }
        });
  }

  @Override
  protected void updateItem(JournalEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null || model.session() == null) {
      picture.show(null);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Words words = model.words();
    boolean blind = model.queue().blindProperty().get();
    Picture of = model.pictureOf(entry.sample());
    picture.show(blind ? new Picture(of.file(), "", "") : of);
    String said = words.decision(entry, blind);
    title.setName(Character.toUpperCase(said.charAt(0)) + said.substring(1));
    detail.setName(blind ? "" : words.className(entry.before()));
    time.setText(CLOCK.format(entry.time()));
    setGraphic(row);
    setAccessibleText(title.getText() + ", " + detail.getText() + ", " + time.getText());
  }
}
