package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.projection.PlaneView;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The photograph of the point under the pointer, beside it. */
final class HoverCard extends Pane {
  private static final double WIDTH = 172;
  private static final double HEIGHT = 176;
  private static final double APART = 18;

  private final MapViewModel model;
  private final Node canvas;
  private final ReadOnlyObjectProperty<ShownMap> shown;
  private final PictureView picture;
  private final Label words = label("", "small");
  private final VBox card = new VBox(6);

  /**
   * A card.
   *
   * @param canvas the map it lies over, whose pointer it follows
   * @param shown what that shows
   */
  HoverCard(
      MapViewModel model,
      Node canvas,
      ReadOnlyObjectProperty<ShownMap> shown,
      PictureLoader pictures) {
    this.model = model;
    this.canvas = canvas;
    this.shown = shown;
    setMouseTransparent(true);
    picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    picture.setMinSize(WIDTH - 16, 110);
    picture.setPrefSize(WIDTH - 16, 110);
    words.setWrapText(true);
    card.getStyleClass().add("map-hover");
    card.getChildren().addAll(picture, words);
    card.setManaged(false);
    card.setVisible(false);
    getChildren().add(card);
    model.hoveredProperty().addListener((value, old, now) -> refresh());
    model.hoveredKnotProperty().addListener((value, old, now) -> refresh());
    model.camera().viewProperty().addListener((value, old, now) -> model.pointAway());
    picture.managedProperty().bind(picture.visibleProperty());
  }

  private void refresh() {
    MapImages images = model.imagesProperty().get();
    ShownMap map = shown.get();
    int point = model.hoveredProperty().get();
    Knot knot = model.hoveredKnotProperty().get();
    picture.show(null);
    card.setVisible(false);
    if (images == null || map == null || !canvas.isHover()) {
      return;
    }
    picture.setVisible(knot == null);
    if (knot != null) {
      words.setText(model.text(knot));
      place(knot.x(), knot.y(), 0);
    } else if (point != MapViewModel.NONE) {
      picture.show(images.picture(point));
      words.setText(text(images, point));
      place(map.layout().x(point), map.layout().y(point), HEIGHT);
    }
  }

  private String text(MapImages images, int point) {
    String confused =
        images
            .pair(point)
            .map(pair -> Texts.of(" · confused with {0}", images.className(pair.confusedLabel())))
            .orElse("");
    return model.text(point) + confused;
  }

  /** Beside a place of the map, at least so high. */
  private void place(double atX, double atY, double least) {
    PlaneView view = model.camera().viewProperty().get();
    double px = view.px(atX);
    double py = view.py(atY);
    double x = px + APART + WIDTH > getWidth() ? px - APART - WIDTH : px + APART;
    double height = Math.max(least, card.prefHeight(WIDTH));
    double y = Math.max(4, Math.min(getHeight() - height - 4, py - height / 2));
    card.setVisible(true);
    card.resizeRelocate(Math.max(4, x), y, WIDTH, height);
  }
}
