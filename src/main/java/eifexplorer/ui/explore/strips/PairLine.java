package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The open pair, small, at the head of what lies over its photographs. */
public final class PairLine extends HBox {
  private static final double WIDTH = 64;
  private static final double HEIGHT = 48;

  private final PictureView wrong;
  private final PictureView confused;
  private final NameLabel wrongClass = new NameLabel("small");
  private final NameLabel confusedClass = new NameLabel("small", "muted");
  private final Label distance = label("", "mono");

  /**
   * A line that follows the pair that is explained.
   *
   * @param named whether it has the classes and the distance beside the pictures
   */
  public PairLine(InfluenceViewModel model, PictureLoader pictures, boolean named) {
    super(8);
    getStyleClass().add("pair-line");
    wrong = thumbnail(pictures);
    confused = thumbnail(pictures);
    distance.setMinWidth(USE_PREF_SIZE);
    VBox names = new VBox(2, wrongClass, confusedClass);
    names.setAlignment(Pos.CENTER_LEFT);
    names.setMinWidth(0);
    setMinWidth(named ? 0 : USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(wrong, confused);
    if (named) {
      getChildren().addAll(names, distance);
    }
    model.pairProperty().addListener((value, old, now) -> show(now));
    show(model.pairProperty().get());
  }

  private static PictureView thumbnail(PictureLoader pictures) {
    PictureView view = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    view.setMinSize(WIDTH, HEIGHT);
    view.setMaxSize(WIDTH, HEIGHT);
    return view;
  }

  private void show(@Nullable PairItem pair) {
    wrong.show(pair == null ? null : pair.wrongPicture());
    confused.show(pair == null ? null : pair.confusedPicture());
    wrongClass.setName(pair == null ? "" : pair.wrongClass());
    confusedClass.setName(pair == null ? "" : Texts.of("as {0}", pair.confusedClass()));
    distance.setText(pair == null ? "" : Texts.distance(pair.pair().distance()));
    setAccessibleText(
        pair == null
            ? ""
            : Texts.of(
                "The open pair: {0} taken for {1}", pair.wrongClass(), pair.confusedClass()));
  }
}
