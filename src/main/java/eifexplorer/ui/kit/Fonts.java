package eifexplorer.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Loads the faces the window is set in: Inter for text, JetBrains Mono for columns of numbers. */
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");

  private Fonts() {}

  /** Makes the faces known to style sheets; calling it again does no harm. */
  public static void load() {
    for (String file : FILES) {
      try (InputStream in = Fonts.class.getResourceAsStream("/eifexplorer/ui/fonts/" + file)) {
        Font.loadFont(in, 12);
      } catch (IOException e) {
        throw new UncheckedIOException("The font " + file + " can't be read", e);
      }
    }
  }
}
