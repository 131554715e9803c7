package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.revision.Staging;
import eifexplorer.review.revision.Staging.Move;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a commit would write: moves between classes with their counts, and every image. */
final class DiffPane extends VBox {
  private static final String NOTHING = "Nothing is staged";

  private final ReviewViewModel model;
  private final Label title = label("", "h2");
  private final TableView<Move> moves = Tables.table("Moves between classes", NOTHING);
  private final TableView<LabelChange> images = Tables.table("Images that change", NOTHING);

  DiffPane(ReviewViewModel model) {
    super(8);
    this.model = model;
    moves.setId("diff-moves");
    moves.getColumns().add(Tables.number("Images", 60, move -> Texts.count(move.count())));
    moves.getColumns().add(Tables.words("From", 170, move -> name(move.from())));
    moves.getColumns().add(Tables.words("To", 170, move -> name(move.to())));
    images.setId("diff-images");
    images.getColumns().add(Tables.words("Image", 260, LabelChange::sample));
    images.getColumns().add(Tables.words("From", 150, change -> name(change.from())));
    images.getColumns().add(Tables.words("To", 150, change -> name(change.to())));
    images.setOnMouseClicked(event -> look());
    images.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            look();
          }
        });
    HBox tables = new HBox(16, moves, images);
    HBox.setHgrow(moves, Priority.ALWAYS);
    HBox.setHgrow(images, Priority.ALWAYS);
    moves.setPrefWidth(380);
    VBox.setVgrow(tables, Priority.ALWAYS);
    getChildren().addAll(title, tables);
    model.staged().summaryProperty().addListener((value, old, now) -> show());
    show();
  }

  private String name(String className) {
    return model.words().className(className);
  }

  private void look() {
    LabelChange change = images.getSelectionModel().getSelectedItem();
    if (change != null) {
      model.trainIndex(change.sample()).ifPresent(model.queue()::select);
    }
  }

  private void show() {
    Optional<Staging> staging = model.staged().staging();
    title.setText(
        staging
            .map(
                of ->
                    Texts.count(of.changes().size(), "change", "changes")
                        + " since revision "
                        + of.current().number()
                        + ": "
                        + Texts.count(of.relabelled())
                        + " relabelled, "
                        + Texts.count(of.excluded())
                        + " left out")
            .orElse(""));
    moves.getItems().setAll(staging.map(Staging::moves).orElse(List.of()));
    images.getItems().setAll(staging.map(Staging::changes).orElse(List.of()));
  }
}
