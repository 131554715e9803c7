package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;
import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Flyout;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A class by its name: some letters, Enter. */
final class ClassSearch extends VBox {
  private static final double WIDTH = 280;
  private static final double ROW = 28;
  private static final int ROWS = 8;

  private final ReviewViewModel model;
  private final Flyout flyout;
  private final TextField field = new TextField();
  private final ListView<ClassLabel> list = new ListView<>();
  private IntConsumer chosen = label -> {};

  ClassSearch(ReviewViewModel model, Flyout flyout) {
    super(8);
    this.model = model;
    this.flyout = flyout;
    field.setId("class-search");
    field.setPromptText("Name of the class");
    field.setAccessibleText("Name of the class, Enter chooses");
    field.textProperty().addListener((value, old, now) -> find());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setFocusTraversable(false);
    list.setAccessibleText("Classes with this name");
    list.setFixedCellSize(ROW);
    list.setPrefSize(WIDTH, ROW * ROWS);
    list.setPlaceholder(label("No training class has this name", "muted"));
    list.setCellFactory(view -> new NameCell());
    list.setOnMouseClicked(event -> choose());
    getChildren().addAll(label("Type a class", "section-head"), field, list);
  }

  private static final class NameCell extends ListCell<ClassLabel> {
    @Override
    protected void updateItem(ClassLabel label, boolean empty) {
      super.updateItem(label, empty);
      setText(empty || label == null ? null : label.displayName());
    }
  }

  /** Opens below a node; {@code whenChosen} gets the label. */
  void open(Node anchor, IntConsumer whenChosen) {
    chosen = whenChosen;
    field.clear();
    find();
    flyout.toggle(anchor, this);
    field.requestFocus();
  }

  private void find() {
    String words = field.getText().strip().toLowerCase(Locale.ROOT);
    ExplorerSession session = requireNonNull(model.session());
    int trained = session.dataset().trainClassCount();
    List<ClassLabel> found =
        session.dataset().classes().subList(0, trained).stream()
            .filter(label -> label.displayName().toLowerCase(Locale.ROOT).contains(words))
            .sorted(
                Comparator.comparing(
                    label -> !label.displayName().toLowerCase(Locale.ROOT).startsWith(words)))
            .toList();
    list.getItems().setAll(found);
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> choose();
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
    event.consume();
  }

  private void choose() {
    ClassLabel label = list.getSelectionModel().getSelectedItem();
    if (label != null) {
      flyout.close();
      chosen.accept(label.label());
    }
  }
}
