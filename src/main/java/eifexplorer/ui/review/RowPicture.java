package eifexplorer.ui.review;

import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The small square picture of a row. */
final class RowPicture extends StackPane {
  private static final double SIDE = 56;

  private final PictureView view;

  RowPicture(PictureLoader pictures) {
    view = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    view.setMinSize(SIDE, SIDE);
    view.setMaxSize(SIDE, SIDE);
    getChildren().add(view);
  }

  void show(@Nullable Picture picture) {
    view.show(picture);
  }
}
