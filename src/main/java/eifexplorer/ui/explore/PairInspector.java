package eifexplorer.ui.explore;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The chosen pair: both photographs side by side with their distance, and whose they are. */
final class PairInspector extends VBox {
  private final PairListViewModel pairs;
  private final Zoom zoom;
  private final PhotoPane wrong;
  private final PhotoPane confused;
  private final Label position = label("", "h1");
  private final Label total = label("", "secondary");
  private final Label zoomText = label("", "secondary");
  private final Label distance = label("", "mono", "distance-value");
  private final Button previous;
  private final Button next;
  private final Side left = new Side(Pos.CENTER_LEFT);
  private final Side right = new Side(Pos.CENTER_RIGHT);

  PairInspector(PairListViewModel pairs, Zoom zoom, PictureLoader pictures) {
    super(8);
    this.pairs = pairs;
    this.zoom = zoom;
    wrong = new PhotoPane(pictures, zoom);
    confused = new PhotoPane(pictures, zoom);
    previous = iconButton(Feather.CHEVRON_LEFT, "Previous pair (←)", pairs::previous);
    next = iconButton(Feather.CHEVRON_RIGHT, "Next pair (→)", pairs::next);
    getStyleClass().add("inspector");
    StackPane photos = photos();
    VBox.setVgrow(photos, Priority.ALWAYS);
    HBox names = new HBox(16, left, spacer(), right);
    getChildren().addAll(header(), photos, names);
    pairs.selectedProperty().addListener((value, old, now) -> showPair(now));
    pairs.positionProperty().addListener((value, old, now) -> showPosition());
    pairs.countTextProperty().addListener((value, old, now) -> showPosition());
    showPair(pairs.selectedProperty().get());
  }

  private HBox header() {
    position.setId("pair-position");
    ToggleButton actual = new ToggleButton("100 %", key("Z"));
    actual.getStyleClass().add("key-toggle");
    actual.setAccessibleText("Show both photographs at 100 per cent");
    actual.setOnAction(event -> zoom.toggleActual());
    zoom.stateProperty()
        .addListener(
            (value, old, now) -> {
              actual.setSelected(now.actual());
              zoomText.setText(now.actual() ? "" : now.text());
            });
    zoomText.setText(zoom.stateProperty().get().text());
    Label together = label("zoom together", "muted", "detail");
    HBox header =
        new HBox(8, previous, position, total, next, spacer(), together, zoomText, actual);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("inspector-head");
    return header;
  }

  private StackPane photos() {
    HBox row = new HBox(4, wrong, confused);
    for (Region photo : new Region[] {wrong, confused}) {
      HBox.setHgrow(photo, Priority.ALWAYS);
    }
    VBox seam = new VBox(label("distance", "small", "muted"), distance);
    seam.getStyleClass().add("seam");
    seam.setAlignment(Pos.CENTER);
    seam.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    seam.setMouseTransparent(true);
    StackPane photos = new StackPane(row, seam);
    StackPane.setAlignment(seam, Pos.BOTTOM_CENTER);
    photos.getStyleClass().add("photos");
    photos.setMinHeight(120);
    photos.setPrefHeight(0);
    photos.setFocusTraversable(true);
    photos.setAccessibleText("Photographs of the pair");
    photos.setOnMousePressed(event -> photos.requestFocus());
    return photos;
  }

  private void showPair(PairItem item) {
    showPosition();
    if (item == null) {
      wrong.show(null);
      confused.show(null);
      return;
    }
    wrong.show(item.wrongPicture());
    confused.show(item.confusedPicture());
    distance.setText(Texts.distance(item.pair().distance()));
    left.show(item.wrongClass(), item.wrong().fileName(), "query");
    right.show(item.confusedClass(), item.confused().fileName(), "nearest neighbour");
  }

  private void showPosition() {
    int at = pairs.positionProperty().get();
    int listed = pairs.visible().size();
    position.setText(at < 0 ? "Pair not listed" : "Pair " + Texts.count(at + 1));
    total.setText(at < 0 ? "" : "of " + Texts.count(listed));
    previous.setDisable(at <= 0);
    next.setDisable(at + 1 >= listed);
  }

  /** Class and file of one photograph. */
  private static final class Side extends VBox {
    private final NameLabel name = new NameLabel("h2");
    private final Label file = label("", "small", "muted", "file-line");
    private final Tooltip tip = Tips.on(file, "");

    Side(Pos alignment) {
      setAlignment(alignment);
      setMinWidth(0);
      file.setMinWidth(0);
      getChildren().addAll(name, file);
    }

    void show(String className, String fileName, String role) {
      name.setName(className);
      file.setText(fileName + " · " + role);
      tip.setText(fileName);
    }
  }
}
