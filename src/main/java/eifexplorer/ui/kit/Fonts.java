package eifexplorer.ui.kit;

import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Loads the faces the window is set in: Inter for text, JetBrains Mono for columns of numbers. */
public final class Fonts {
  private static final String FOLDER = "/eifexplorer/ui/fonts/";

  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");

  private static final String TEXT = FILES.get(0);

  private Fonts() {}

  /** The window's letters for drawings that are no nodes; the platform's where they can't be read. */
  public static java.awt.Font forDrawing() {
    try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + TEXT)) {
      return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      return new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 12);
    }
  }

  /** Makes the faces known to style sheets; calling it again does no harm. */
  public static void load() {
    for (String file : FILES) {
      try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
        Font.loadFont(in, 12);
      } catch (IOException e) {
        throw new UncheckedIOException("The font " + file + " can't be read", e);
      }
    }
  }
}
