package eifexplorer.ui.review;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import java.util.List;
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
  private static final double RATIO = 0.75;

  private final PictureLoader pictures;
  private final Shown shown;
  private final StackPane tick = new StackPane(new FontIcon(Feather.CHECK));
  private final StackPane frame = new StackPane();
  private PictureView picture;
  private boolean whole;

  /**
   * What a tile shows.
   *
   * @param trainIndex the image
   * @param picture the image
   * @param lines under it
   * @param spoken the whole tile in words
   */
  record Shown(int trainIndex, Picture picture, List<String> lines, String spoken) {}

  BatchTile(PictureLoader pictures, Shown shown, Runnable pressed) {
    super(4);
    this.pictures = pictures;
    this.shown = shown;
    getStyleClass().add("batch-tile");
    setAccessibleRole(AccessibleRole.CHECK_BOX);
    tick.getStyleClass().add("picture-mark");
    tick.setMaxSize(18, 18);
    StackPane.setAlignment(tick, Pos.TOP_RIGHT);
    picture = view(PictureView.Fit.SUBJECT);
    frame.getChildren().setAll(picture, tick);
    VBox words = new VBox(0);
    shown.lines().forEach(line -> words.getChildren().add(line(line)));
    getChildren().addAll(frame, words);
    setOnMouseClicked(event -> pressed.run());
  }

  private static NameLabel line(String text) {
    NameLabel line = new NameLabel("small", "muted");
    line.setName(text);
    return line;
  }

  private PictureView view(PictureView.Fit fit) {
    PictureView view = new PictureView(pictures, PictureView.SMALL, fit);
    view.show(shown.picture());
    return view;
  }

  int trainIndex() {
    return shown.trainIndex();
  }

  /** Whether the image, or what stands for it, is there. */
  boolean isSettled() {
    return picture.settled();
  }

  /** Makes it as wide as this, the image whole or filling its place. */
  void resize(double width, boolean nowWhole) {
    if (whole != nowWhole) {
      whole = nowWhole;
      picture = view(whole ? PictureView.Fit.WHOLE : PictureView.Fit.SUBJECT);
      frame.getChildren().setAll(picture, tick);
    }
    picture.setMinSize(width, width * RATIO);
    picture.setMaxSize(width, width * RATIO);
    setMaxWidth(USE_PREF_SIZE);
    setPrefWidth(width + 14);
  }

  void mark(boolean in, boolean cursor) {
    pseudoClassStateChanged(CHOSEN, in);
    pseudoClassStateChanged(CURSOR, cursor);
    tick.setVisible(in);
    setAccessibleText(shown.spoken() + (in ? Texts.of(", chosen") : ""));
  }
}
