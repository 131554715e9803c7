package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A suspect among others; a click chooses it. */
final class BatchTile extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
  private static final double WIDTH = 112;
  private static final double HEIGHT = 84;

  private final QueueItem item;
  private final StackPane tick = new StackPane(new FontIcon(Feather.CHECK));

  BatchTile(PictureLoader pictures, QueueItem item, Runnable pressed) {
    super(4);
    this.item = item;
    getStyleClass().add("batch-tile");
    setAccessibleRole(AccessibleRole.CHECK_BOX);
    PictureView picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    picture.setMinSize(WIDTH, HEIGHT);
    picture.setMaxSize(WIDTH, HEIGHT);
    picture.show(item.picture());
    tick.getStyleClass().add("picture-mark");
    tick.setMaxSize(18, 18);
    StackPane.setAlignment(tick, Pos.TOP_RIGHT);
    String why = item.reasons().isEmpty() ? "" : item.reasons().get(0).chip().replace('-', '−');
    getChildren().addAll(new StackPane(picture, tick), label(why, "small", "muted"));
    setOnMouseClicked(event -> pressed.run());
  }

  void mark(Set<Integer> chosen, int cursor) {
    boolean in = chosen.contains(item.trainIndex());
    pseudoClassStateChanged(CHOSEN, in);
    pseudoClassStateChanged(CURSOR, cursor == item.trainIndex());
    tick.setVisible(in);
    setAccessibleText(item.spoken() + (in ? ", chosen" : ""));
  }
}
