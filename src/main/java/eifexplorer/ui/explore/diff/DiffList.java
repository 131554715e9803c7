package eifexplorer.ui.explore.diff;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.session.diff.DiffImage;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The changed images: each with its nearest neighbour before and after. Enter or a double click opens the pair. */
final class DiffList extends ListView<DiffImage> {
  private static final PseudoClass SAME = PseudoClass.getPseudoClass("same");
  private static final double ROW = 76;
  private static final double GAP = 6;
  private static final double WIDTH = 88;
  private static final double HEIGHT = 62;

  private final DiffViewModel model;
  private final PictureLoader pictures;
  private boolean following;

  DiffList(DiffViewModel model, PictureLoader pictures) {
    this.model = model;
    this.pictures = pictures;
    setId("diff-images");
    getStyleClass().add("compared-list");
    setFixedCellSize(ROW);
    setMinWidth(0);
    setPrefWidth(0);
    setAccessibleText(Texts.of("Changed images"));
    setPlaceholder(label(Texts.of("No image"), "muted"));
    setCellFactory(list -> new Row());
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
          }
        });
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null && !following) {
                model.chosenProperty().set(now);
              }
            });
    model.listedProperty().addListener((value, old, now) -> show(now));
    show(model.listedProperty().get());
  }

  /** What the pictures are, over them. */
  static HBox heads() {
    HBox heads = new HBox(GAP);
    for (String text :
        List.of(Texts.of("image"), Texts.of("nearest before"), Texts.of("nearest after"))) {
      Label head = label(text, "small", "muted");
      head.setMinWidth(WIDTH);
      head.setMaxWidth(WIDTH);
      heads.getChildren().add(head);
    }
    return heads;
  }

  private void show(@Nullable List<DiffImage> images) {
    following = true;
    getItems().setAll(images == null ? List.of() : images);
    getSelectionModel().select(model.chosenProperty().get());
    following = false;
    scrollTo(Math.max(0, getSelectionModel().getSelectedIndex()));
  }

  private void open() {
    DiffImage image = getSelectionModel().getSelectedItem();
    if (image != null) {
      model.openPair(image);
    }
  }

  /** A picture with a tick or a cross. */
  private static final class Thumbnail extends StackPane {
    private final PictureView picture;
    private final FontIcon mark = new FontIcon(Feather.CHECK);
    private final StackPane ground = new StackPane(mark);

    Thumbnail(PictureLoader pictures, boolean marked) {
      getStyleClass().add("picture-row");
      picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
      picture.setMinSize(WIDTH, HEIGHT);
      picture.setMaxSize(WIDTH, HEIGHT);
      ground.getStyleClass().add("picture-mark");
      ground.setMaxSize(16, 16);
      ground.setVisible(marked);
      setAlignment(Pos.BOTTOM_RIGHT);
      setMinSize(WIDTH, HEIGHT);
      setMaxSize(WIDTH, HEIGHT);
      getChildren().addAll(picture, ground);
    }

    void show(DiffItem.Side side) {
      picture.show(side.picture());
      mark.setIconCode(side.sameClass() ? Feather.CHECK : Feather.X);
      ground.pseudoClassStateChanged(SAME, side.sameClass());
    }
  }

  /** One image. */
  private final class Row extends ListCell<DiffImage> {
    private final Thumbnail query = new Thumbnail(pictures, false);
    private final Thumbnail before = new Thumbnail(pictures, true);
    private final Thumbnail after = new Thumbnail(pictures, true);
    private final NameLabel name = new NameLabel("tile-label");
    private final NameLabel nearestBefore = new NameLabel("small");
    private final NameLabel nearestAfter = new NameLabel("small");
    private final Label distances = label("", "small", "mono", "muted");
    private final Label change = label("", "mono", "score");
    private final HBox box;

    Row() {
      getStyleClass().add("compared-row");
      setPrefWidth(0);
      change.setMinWidth(USE_PREF_SIZE);
      distances.setMinWidth(USE_PREF_SIZE);
      VBox words = new VBox(1, name, named("before", nearestBefore), named("after", nearestAfter));
      words.setMinWidth(0);
      words.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
      VBox numbers = new VBox(2, change, distances);
      numbers.setAlignment(Pos.CENTER_RIGHT);
      numbers.setMinWidth(USE_PREF_SIZE);
      box = new HBox(GAP, query, before, after, words, numbers);
      box.setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
              open();
            }
          });
    }

    private HBox named(String when, NameLabel label) {
      Label word = label(when, "small", "muted");
      word.setMinWidth(40);
      HBox line = new HBox(4, word, label);
      line.setAlignment(Pos.CENTER_LEFT);
      line.setMinWidth(0);
      return line;
    }

    @Override
    protected void updateItem(DiffImage image, boolean empty) {
      super.updateItem(image, empty);
      if (empty || image == null || model.resultProperty().get() == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      DiffItem item = model.item(image);
      query.show(new DiffItem.Side(item.query(), item.className(), true));
      before.show(item.before());
      after.show(item.after());
      name.setName(item.className());
      nearestBefore.setName(item.before().className());
      nearestAfter.setName(item.after().className());
      distances.setText(item.distances());
      change.setText(item.change());
      setAccessibleText(item.spoken());
      setGraphic(box);
    }
  }
}
