package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.revision.Staging;
import eifexplorer.review.revision.Staging.Move;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a commit would write: moves between classes with their counts, and every image of the chosen move, before and after. */
final class DiffPane extends VBox {
  private static final double ROW = 68;

  private final ReviewViewModel model;
  private final Runnable close;
  private final Label title = label("", "h2");
  private final Label how = label("", "small", "muted");
  private final Label none = label("", "muted");
  private final TableView<Move> moves = Tables.table(Texts.of("Moves between classes"), "");
  private final ListView<LabelChange> images = new ListView<>();
  private boolean filling;

  /**
   * A pane.
   *
   * @param close is run when an image is gone to
   */
  DiffPane(ReviewViewModel model, PictureLoader pictures, Runnable close) {
    super(8);
    this.model = model;
    this.close = close;
    moves.setId("diff-moves");
    moves
        .getColumns()
        .add(Tables.number(Texts.of("Images"), 60, move -> Texts.count(move.count())));
    moves.getColumns().add(Tables.words(Texts.of("From"), 150, move -> name(move.from())));
    moves.getColumns().add(Tables.words(Texts.of("To"), 150, move -> name(move.to())));
    moves.setMinWidth(360);
    moves.setPrefWidth(360);
    moves.getSelectionModel().selectedItemProperty().addListener((value, old, now) -> choose(now));
    images.setId("diff-images");
    images.getStyleClass().add("plain-list");
    images.setAccessibleText(
        Texts.of("Images that change; Enter goes there, Delete takes the change back"));
    images.setFixedCellSize(ROW);
    images.setCellFactory(view -> new ChangeCell(model, pictures, this::look));
    images.setPlaceholder(none);
    images.setOnKeyPressed(this::pressed);
    HBox.setHgrow(images, Priority.ALWAYS);
    HBox tables = new HBox(16, moves, images);
    VBox.setVgrow(tables, Priority.ALWAYS);
    getChildren().addAll(title, how, tables);
    InvalidationListener show = value -> show();
    model.staged().summaryProperty().addListener(show);
    model.queue().blindProperty().addListener(show);
    show();
  }

  private String name(String className) {
    return model.words().className(className);
  }

  private void choose(@Nullable Move move) {
    if (!filling) {
      model.disputes().choose(Optional.ofNullable(move));
      list();
    }
  }

  private void pressed(KeyEvent event) {
    LabelChange change = images.getSelectionModel().getSelectedItem();
    if (change == null) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      look(change);
    } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      model.disputes().revert(change);
    }
  }

  private void look(LabelChange change) {
    model
        .trainIndex(change.sample())
        .ifPresent(
            image -> {
              model.queue().select(image);
              close.run();
            });
  }

  private void show() {
    boolean blind = model.queue().blindProperty().get();
    Optional<Staging> staging = model.staged().staging().filter(of -> !blind);
    title.setText(staging.map(DiffPane::title).orElse(Texts.of("What a commit would change")));
    how.setText(
        staging.filter(of -> !of.isEmpty()).isPresent()
            ? Texts.of(
                "Enter or a double click goes to an image, Delete takes its change back. A move on"
                    + " the left lists its images alone.")
            : "");
    none.setText(
        blind ? Texts.of("Hidden in a blind pass: it tells which labels were given") : emptyText());
    filling = true;
    moves.getItems().setAll(staging.map(Staging::moves).orElse(List.of()));
    model.disputes().chosen().ifPresent(moves.getSelectionModel()::select);
    filling = false;
    list();
  }

  private String emptyText() {
    return model.staged().staging().isEmpty()
        ? Texts.of("Adding up what was decided …")
        : Texts.of("Nothing is staged: no decision changes a label");
  }

  private static String title(Staging of) {
    return Texts.of(
        "{0} since revision {1}: {2} relabelled, {3} left out",
        Texts.count(of.changes().size(), "change", "changes"),
        of.current().number(),
        Texts.count(of.relabelled()),
        Texts.count(of.excluded()));
  }

  private void list() {
    List<LabelChange> now =
        model.queue().blindProperty().get() ? List.of() : model.disputes().changes();
    if (!now.equals(images.getItems())) {
      images.getItems().setAll(now);
    }
  }
}
