package eifexplorer.ui.kit;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** The colours of the theme for pixels and a canvas, which know no style sheet: brought by labels that are never seen. */
public final class ThemeInks extends Group {
  private final Label ground = ink("theme-ground-ink");
  private final Label text = ink("theme-text-ink");
  private final Label muted = ink("theme-muted-ink");
  private final Label harmful = ink("theme-harmful-ink");
  private final Label helpful = ink("theme-helpful-ink");
  private final Label accent = ink("theme-accent-ink");

  /**
   * Inks.
   *
   * @param changed is called when the theme has changed
   */
  public ThemeInks(Runnable changed) {
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

  /** The ground as pixels have it, 0xffRRGGBB. */
  public int groundPixel() {
    Color colour = colour(ground);
    return 0xff000000
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }

  /** Whether the ground is dark. */
  public boolean isDark() {
    return colour(ground).getBrightness() < 0.5;
  }

  /** What all lies on. */
  public Color ground() {
    return colour(ground);
  }

  /** Of words. */
  public Color text() {
    return colour(text);
  }

  /** Of words that matter less. */
  public Color muted() {
    return colour(muted);
  }

  /** Of what pulls pairs together. */
  public Color harmful() {
    return colour(harmful);
  }

  /** Of what pushes pairs apart. */
  public Color helpful() {
    return colour(helpful);
  }

  /** Of what is pointed at. */
  public Color accent() {
    return colour(accent);
  }
}
