package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureRow;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Typical images of both classes under the photographs, at whose expense it opens. */
final class ExemplarRow extends StackPane {
  private static final int PICTURES = 6;
  private static final double RATIO = 0.7;

  private final Half left;
  private final Half right;
  private final HBox halves;
  private final Label message = label("", "problem", "small");
  private final HBox failed;

  ExemplarRow(ExemplarsViewModel model, PictureLoader pictures) {
    setId("exemplar-row");
    left = new Half(pictures);
    right = new Half(pictures);
    halves = new HBox(16, left, right);
    for (Half half : List.of(left, right)) {
      half.setPrefWidth(0);
      HBox.setHgrow(half, Priority.ALWAYS);
    }
    failed = new HBox(8, message, button(Texts.of("Try again"), model::retry, "link-button"));
    failed.setAlignment(Pos.CENTER);
    getChildren().addAll(halves, failed);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
    model.shownProperty().addListener((value, old, now) -> show(now));
    model.failureProperty().addListener((value, old, now) -> showFailure(now));
    show(model.shownProperty().get());
    showFailure(model.failureProperty().get());
  }

  private void show(List<Exemplars> both) {
    if (both != null) {
      left.show(both.get(0));
      right.show(both.get(1));
    }
  }

  private void showFailure(Failure failure) {
    failed.setVisible(failure != null);
    halves.setVisible(failure == null);
    message.setText(
        failure == null ? "" : Texts.of("Typical images are not known: {0}", failure.message()));
  }

  /** One class. */
  private static final class Half extends VBox {
    private final Label title = label("", "section-head");
    private final PictureRow row;

    Half(PictureLoader pictures) {
      super(4);
      row = new PictureRow(pictures, PICTURES, RATIO);
      getChildren().addAll(title, row);
    }

    void show(Exemplars exemplars) {
      title.setText(exemplars.title());
      row.show(exemplars.pictures().stream().map(Half::entry).toList());
    }

    private static PictureRow.Entry entry(Picture picture) {
      String tip =
          picture.subtitle()
              + picture
                  .file()
                  .map(file -> "\n" + file.getFileName())
                  .orElse("\n" + picture.title());
      return new PictureRow.Entry(picture, tip, Optional.empty(), Optional.empty());
    }
  }
}
