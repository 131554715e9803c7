package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.photo.PhotoPane;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chosen pair: both photographs side by side with their distance, and whose they are. */
public final class PairInspector extends VBox {
  private final InspectorViewModel model;
  private final PhotoPane leftPhoto;
  private final PhotoPane rightPhoto;
  private final Label distance = label("", "mono", "distance-value");
  private final Side left = new Side(Pos.CENTER_LEFT);
  private final Side right = new Side(Pos.CENTER_RIGHT);

  /** A view of the chosen pair; the list is for going to the next. */
  public PairInspector(InspectorViewModel model, PairListViewModel pairs, PictureLoader pictures) {
    super(8);
    this.model = model;
    leftPhoto = new PhotoPane(pictures, model.zoom(), model.zoom().left());
    rightPhoto = new PhotoPane(pictures, model.zoom(), model.zoom().right());
    getStyleClass().add("inspector");
    StackPane photos = photos();
    VBox.setVgrow(photos, Priority.ALWAYS);
    HBox names = new HBox(16, left, spacer(), right);
    getChildren()
        .addAll(
            new InspectorHead(model, pairs),
            photos,
            names,
            new ExemplarRow(model.exemplars(), pictures));
    distance.textProperty().bind(model.distanceProperty());
    model.leftProperty().addListener((value, old, now) -> showLeft());
    model.rightProperty().addListener((value, old, now) -> showRight());
    model.rankTextProperty().addListener((value, old, now) -> showRight());
    sceneProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                now.addEventFilter(KeyEvent.ANY, this::shift);
              }
            });
    showLeft();
    showRight();
  }

  private void shift(KeyEvent event) {
    if (event.getCode() == KeyCode.SHIFT) {
      model.zoom().aloneProperty().set(event.getEventType() == KeyEvent.KEY_PRESSED);
    }
  }

  private StackPane photos() {
    StackPane first = new StackPane(leftPhoto, new PinBadge(model));
    StackPane second = new StackPane(rightPhoto, new NeighbourBadge(model));
    HBox row = new HBox(4, first, second);
    for (Region side : new Region[] {first, second}) {
      HBox.setHgrow(side, Priority.ALWAYS);
      side.setMinWidth(0);
      side.setPrefWidth(0);
    }
    StackPane.setAlignment(first.getChildren().get(1), Pos.TOP_LEFT);
    StackPane.setAlignment(second.getChildren().get(1), Pos.TOP_RIGHT);
    VBox seam = new VBox(label("distance", "small", "muted"), distance);
    distance.setId("pair-distance");
    seam.getStyleClass().add("seam");
    seam.setAlignment(Pos.CENTER);
    seam.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    seam.setMouseTransparent(true);
    StackPane photos = new StackPane(row, seam);
    StackPane.setAlignment(seam, Pos.BOTTOM_CENTER);
    photos.getStyleClass().add("photos");
    photos.setMinHeight(100);
    photos.setPrefHeight(0);
    photos.setFocusTraversable(true);
    photos.setAccessibleText("Photographs of the pair");
    photos.setOnMousePressed(event -> photos.requestFocus());
    return photos;
  }

  private void showLeft() {
    PhotoText photo = model.leftProperty().get();
    leftPhoto.show(photo == null ? null : photo.picture());
    left.show(photo, "query");
  }

  private void showRight() {
    PhotoText photo = model.rightProperty().get();
    rightPhoto.show(photo == null ? null : photo.picture());
    right.show(photo, model.rankTextProperty().get());
  }

  /** Class and file of one photograph; in a small window the file goes to the tooltip. */
  private static final class Side extends VBox {
    private final NameLabel name = new NameLabel("h2");
    private final Label file = label("", "small", "muted", "file-line");
    private final Tooltip tip = Tips.on(this, "");

    Side(Pos alignment) {
      setAlignment(alignment);
      setMinWidth(0);
      file.setMinWidth(0);
      getChildren().addAll(name, file);
    }

    void show(PhotoText photo, String role) {
      name.setName(photo == null ? "" : photo.className());
      file.setText(photo == null ? "" : photo.fileName() + " · " + role);
      tip.setText(photo == null ? "" : photo.className() + "\n" + file.getText());
    }
  }
}
