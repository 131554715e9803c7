package eifexplorer.ui.map;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** The colours of the theme for pixels and a canvas, which know no style sheet: brought by labels that are never seen. */
final class MapInks extends Group {
  private final Label ground = ink("map-ground-ink");
  private final Label text = ink("map-text-ink");
  private final Label muted = ink("map-muted-ink");
  private final Label harmful = ink("map-harmful-ink");
  private final Label helpful = ink("map-helpful-ink");
  private final Label accent = ink("map-accent-ink");

  /**
   * Inks.
   *
   * @param changed is called when the theme has changed
   */
  MapInks(Runnable changed) {
    setVisible(false);
    setManaged(false);
    for (Label ink : List.of(ground, text, muted, harmful, helpful, accent)) {
      ink.textFillProperty().addListener((value, old, now) -> changed.run());
      getChildren().add(ink);
    }
  }

  private static Label ink(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static Color colour(Label ink) {
    Paint paint = ink.getTextFill();
    return paint instanceof Color colour ? colour : Color.GRAY;
  }

  /** As pixels have it, 0xffRRGGBB. */
  int groundPixel() {
    Color colour = colour(ground);
    return 0xff000000
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }

  boolean isDark() {
    return colour(ground).getBrightness() < 0.5;
  }

  Color ground() {
    return colour(ground);
  }

  Color text() {
    return colour(text);
  }

  Color muted() {
    return colour(muted);
  }

  Color harmful() {
    return colour(harmful);
  }

  Color helpful() {
    return colour(helpful);
  }

  Color accent() {
    return colour(accent);
  }
}
