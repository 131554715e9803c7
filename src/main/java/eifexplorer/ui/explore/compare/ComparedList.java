package eifexplorer.ui.explore.compare;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.explore.strips.TileActions;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The strongest training images of one estimator; those the other does not have stand out. */
final class ComparedList extends ListView<ComparedItem> {
  private static final PseudoClass ONLY = PseudoClass.getPseudoClass("only");
  private static final double ROW = 52;
  private static final double WIDTH = 56;
  private static final double HEIGHT = 40;

  private final PictureLoader pictures;
  private boolean following;

  ComparedList(CompareViewModel model, PictureLoader pictures, String id, TileActions actions) {
    this.pictures = pictures;
    setId(id);
    getStyleClass().add("compared-list");
    setFixedCellSize(ROW);
    setMinWidth(0);
    setPrefWidth(0);
    setCellFactory(list -> new Row());
    CommandMenu.on(this, () -> getSelectionModel().isEmpty() ? List.of() : actions.menu().get());
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            actions.open().run();
            event.consume();
          }
        });
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            actions.open().run();
          }
        });
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null && !following) {
                model.choose(now.item().trainIndex());
              }
            });
  }

  /** Shows another ranking. */
  void show(String title, List<ComparedItem> items) {
    following = true;
    setAccessibleText(Texts.of("Strongest by {0}", title));
    getItems().setAll(items);
    following = false;
  }

  /** Marks a training image where it is in this ranking. */
  void follow(int trainIndex) {
    following = true;
    getSelectionModel().clearSelection();
    for (ComparedItem item : getItems()) {
      if (item.item().trainIndex() == trainIndex) {
        getSelectionModel().select(item);
      }
    }
    following = false;
  }

  /** One training image. */
  private final class Row extends ListCell<ComparedItem> {
    private final Label rank = label("", "mono", "muted");
    private final PictureView picture =
        new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    private final NameLabel name = new NameLabel("tile-label");
    private final Label elsewhere = label("", "small", "muted");
    private final Label score = label("", "mono", "score");
    private final Label both = label("", "small", "both");
    private final HBox box;

    Row() {
      getStyleClass().add("compared-row");
      setPrefWidth(0);
      rank.setMinWidth(28);
      rank.setAlignment(Pos.CENTER_RIGHT);
      picture.setMinSize(WIDTH, HEIGHT);
      picture.setMaxSize(WIDTH, HEIGHT);
      score.setMinWidth(USE_PREF_SIZE);
      both.setMinWidth(USE_PREF_SIZE);
      VBox middle = new VBox(2, name, elsewhere);
      middle.setMinWidth(0);
      middle.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(middle, Priority.ALWAYS);
      VBox right = new VBox(2, score, both);
      right.setAlignment(Pos.CENTER_RIGHT);
      box = new HBox(8, rank, picture, middle, spacer(), right);
      box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(ComparedItem item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      rank.setText(Texts.count(item.item().rank()));
      picture.show(item.item().picture());
      name.setName(item.item().className());
      elsewhere.setText(item.elsewhere());
      score.setText(item.item().scoreText());
      both.setText(item.shared() ? Texts.of("✓ in both") : Texts.of("◆ only here"));
      both.pseudoClassStateChanged(ONLY, !item.shared());
      setAccessibleText(item.spoken());
      setGraphic(box);
    }
  }
}
