package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/** A pair's card: both thumbnails, the distance on their seam, both classes. Reused as the list scrolls. */
final class PairCell extends ListCell<PairItem> {
  private static final double GAP = 4;

  private final PictureView wrong;
  private final PictureView confused;
  private final Label distance = label("", "pill", "mono", "distance-pill");
  private final NameLabel wrongClass = new NameLabel("small");
  private final NameLabel confusedClass = new NameLabel("small");
  private final Region card;

  PairCell(PictureLoader pictures) {
    getStyleClass().add("pair-cell");
    setPrefWidth(0);
    wrong = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.COVER);
    confused = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.COVER);
    distance.setAlignment(Pos.CENTER);
    confusedClass.setAlignment(Pos.CENTER_RIGHT);
    card = new Card();
    card.getStyleClass().add("pair-card");
  }

  @Override
  protected void updateItem(PairItem item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      wrong.show(null);
      confused.show(null);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    wrong.show(item.wrongPicture());
    confused.show(item.confusedPicture());
    distance.setText(Texts.distance(item.pair().distance()));
    wrongClass.setName(item.wrongClass());
    confusedClass.setName(item.confusedClass());
    setGraphic(card);
    setAccessibleText(
        "%s taken for %s, distance %s"
            .formatted(item.wrongClass(), item.confusedClass(), distance.getText()));
  }

  /** Thumbnails of 4 : 2.68 side by side, the pill 9 points over their lower edge, names below. */
  private final class Card extends Region {
    private static final double RATIO = 75.0 / 112;
    private static final double NAMES = 18;
    private static final double NAMES_GAP = 8;
    private static final double PILL_HEIGHT = 22;
    private static final double PILL_OVERLAP = 13;

    Card() {
      getChildren().addAll(wrong, confused, wrongClass, confusedClass, distance);
    }

    @Override
    protected double computePrefHeight(double width) {
      double inner = width - snappedLeftInset() - snappedRightInset();
      double picture = Math.round((inner - GAP) / 2 * RATIO);
      return snappedTopInset() + picture + NAMES_GAP + NAMES + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
      double x = snappedLeftInset();
      double y = snappedTopInset();
      double inner = getWidth() - x - snappedRightInset();
      double side = Math.floor((inner - GAP) / 2);
      double height = Math.round(side * RATIO);
      wrong.resizeRelocate(x, y, side, height);
      confused.resizeRelocate(x + inner - side, y, side, height);
      double pill = Math.ceil(distance.prefWidth(-1));
      distance.resizeRelocate(
          x + Math.round((inner - pill) / 2), y + height - PILL_OVERLAP, pill, PILL_HEIGHT);
      layoutNames(x, y + height + NAMES_GAP, inner - 2 * GAP);
    }

    /** A name that needs less than half leaves the rest to the other. */
    private void layoutNames(double x, double y, double room) {
      double left = wrongClass.prefWidth(-1);
      double right = confusedClass.prefWidth(-1);
      if (left + right > room) {
        left = Math.min(left, Math.max(room / 2, room - right));
        right = room - left;
      }
      wrongClass.resizeRelocate(x, y, left, NAMES);
      confusedClass.resizeRelocate(x + room + 2 * GAP - right, y, right, NAMES);
    }
  }
}
