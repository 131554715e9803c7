package eifexplorer.ui.explore.confusions;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Paint;

/** The colours of the theme for a canvas, which knows no style sheet: brought by labels that are never seen. */
final class MatrixInks extends Group {
  private final Label heat = ink("matrix-heat-ink");
  private final Label line = ink("matrix-line-ink");
  private final Label text = ink("matrix-text-ink");
  private final Label muted = ink("matrix-muted-ink");
  private final Label cursor = ink("matrix-cursor-ink");

  /**
   * Inks.
   *
   * @param changed is called when the theme has changed
   */
  MatrixInks(Runnable changed) {
    setVisible(false);
    setManaged(false);
    for (Label ink : List.of(heat, line, text, muted, cursor)) {
      ink.textFillProperty().addListener((value, old, now) -> changed.run());
      getChildren().add(ink);
    }
  }

  private static Label ink(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }

  Paint heat() {
    return heat.getTextFill();
  }

  Paint line() {
    return line.getTextFill();
  }

  Paint text() {
    return text.getTextFill();
  }

  Paint muted() {
    return muted.getTextFill();
  }

  Paint cursor() {
    return cursor.getTextFill();
  }
}
