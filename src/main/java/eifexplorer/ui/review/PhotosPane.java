package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.photo.PairZoom;
import eifexplorer.ui.photo.PhotoPane;
import eifexplorer.ui.photo.ZoomCommand;
import eifexplorer.ui.review.ExemplarsViewModel.Beside;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The image large, alone or beside a typical image of a class; both zoom and move together. */
final class PhotosPane extends StackPane {
  private static final double ENLARGED = 280;

  private final QueueViewModel queue;
  private final PairZoom zoom = new PairZoom();
  private final PhotoPane photo;
  private final PhotoPane exemplar;
  private final Label caption = label("", "small");
  private final Label captionKey = key("");
  private final StackPane right;
  private final PictureView enlarged;
  private final Label enlargedName = label("", "small");
  private final VBox lens;

  PhotosPane(ReviewViewModel model, PictureLoader pictures) {
    queue = model.queue();
    photo = new PhotoPane(pictures, zoom, zoom.left());
    photo.setWhenPainted(() -> queue.current().ifPresent(queue::seen));
    exemplar = new PhotoPane(pictures, zoom, zoom.right());
    HBox words = new HBox(6, captionKey, caption);
    words.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("photo-caption");
    words.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    right = new StackPane(exemplar, words);
    right.setId("exemplar");
    StackPane.setAlignment(words, Pos.BOTTOM_LEFT);
    HBox both = new HBox(8, photo, right);
    HBox.setHgrow(photo, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setPrefWidth(0);
    right.setMinWidth(0);
    caption.setMinWidth(0);
    enlarged = new PictureView(pictures, PictureLoader.FULL, PictureView.Fit.WHOLE);
    enlarged.setMinSize(ENLARGED, ENLARGED);
    enlarged.setMaxSize(ENLARGED, ENLARGED);
    lens = new VBox(4, enlarged, enlargedName);
    lens.getStyleClass().add("flyout");
    lens.setMouseTransparent(true);
    lens.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(lens, Pos.BOTTOM_RIGHT);
    Label hint = label("", "small", "review-hint", "photo-caption");
    hint.textProperty().bind(queue.decisions().hintProperty());
    hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
    StackPane.setAlignment(hint, Pos.TOP_CENTER);
    setMinHeight(120);
    getChildren().addAll(both, hint, lens);
    model.exemplars().besideProperty().addListener((value, old, now) -> showBeside(now));
    showBeside(model.exemplars().besideProperty().get());
    enlarge(Optional.empty());
  }

  void show(ShownImage image) {
    zoom.reset();
    enlarge(Optional.empty());
    photo.show(image == null ? null : image.picture());
  }

  private void showBeside(Beside beside) {
    boolean there = beside != null;
    right.setVisible(there);
    right.setManaged(there);
    exemplar.show(there ? beside.picture().orElse(null) : null);
    caption.setText(there ? beside.words() : "");
    captionKey.setText(there ? beside.key() : "");
  }

  /** Shows a typical image larger, over the lower edge, as long as the pointer is on it and none stands beside the image. */
  void enlarge(Optional<Picture> picture) {
    lens.setVisible(picture.isPresent() && !right.isVisible());
    enlarged.show(picture.orElse(null));
    enlargedName.setText(picture.map(Picture::subtitle).orElse(""));
  }

  void zoom(ZoomCommand command) {
    zoom.perform(command);
  }
}
