package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.projection.PlaneView;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
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
    model.hoveredProperty().addListener((value, old, now) -> show(now.intValue()));
    model
        .camera()
        .viewProperty()
        .addListener((value, old, now) -> model.hoveredProperty().set(MapViewModel.NONE));
  }

  private void show(int point) {
    MapImages images = model.imagesProperty().get();
    ShownMap map = shown.get();
    boolean any = point != MapViewModel.NONE && images != null && map != null && canvas.isHover();
    card.setVisible(any);
    if (!any) {
      picture.show(null);
      return;
    }
    picture.show(images.picture(point));
    String confused =
        images
            .pair(point)
            .map(pair -> " · confused with " + images.className(pair.confusedLabel()))
            .orElse("");
    words.setText(model.text(point) + confused + (model.isFlagged(point) ? " · flagged" : ""));
    PlaneView view = model.camera().viewProperty().get();
    double px = view.px(map.layout().x(point));
    double py = view.py(map.layout().y(point));
    double x = px + APART + WIDTH > getWidth() ? px - APART - WIDTH : px + APART;
    double height = Math.max(HEIGHT, card.prefHeight(WIDTH));
    double y = Math.max(4, Math.min(getHeight() - height - 4, py - height / 2));
    card.resizeRelocate(Math.max(4, x), y, WIDTH, height);
  }
}
