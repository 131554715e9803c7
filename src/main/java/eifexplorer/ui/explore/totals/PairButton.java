package eifexplorer.ui.explore.totals;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two test images side by side with their classes; a press shows the pair if there is one to show. */
final class PairButton extends Button {
  static final double WIDTH = 122;
  private static final double SIDE = 54;

  PairButton(PairPicture pair, PictureLoader loader, String tip, @Nullable Runnable action) {
    getStyleClass().add("pair-button");
    NameLabel wrong = new NameLabel("small");
    wrong.setName(pair.wrongClass());
    NameLabel neighbour = new NameLabel("small", "muted");
    neighbour.setName(pair.neighbourClass());
    HBox photographs = new HBox(2, view(loader, pair, true), view(loader, pair, false));
    photographs.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(1, photographs, wrong, neighbour);
    card.setMinWidth(WIDTH - 10);
    card.setMaxWidth(WIDTH - 10);
    setGraphic(card);
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    setAccessibleText(Texts.of("{0} and {1}. {2}", pair.wrongClass(), pair.neighbourClass(), tip));
    Tips.on(this, Texts.of("{0} and {1}\n{2}", pair.wrongClass(), pair.neighbourClass(), tip));
    setOnAction(
        event -> {
          if (action != null) {
            action.run();
          }
        });
  }

  private static PictureView view(PictureLoader loader, PairPicture pair, boolean wrong) {
    PictureView view = new PictureView(loader, PictureView.SMALL, PictureView.Fit.SUBJECT);
    view.setMinSize(SIDE, SIDE - 10);
    view.setMaxSize(SIDE, SIDE - 10);
    view.show(wrong ? pair.wrong() : pair.neighbour());
    return view;
  }
}
