package eifexplorer.ui.experiment;

import eifexplorer.export.Figure;
import eifexplorer.export.FigureStyle;
import eifexplorer.ui.kit.Fonts;
import java.awt.Font;

/**
 * A figure as it is in the report, drawn for both colourings of the window.
 *
 * @param title for people
 * @param width in points
 * @param dark a picture with twice as many pixels, for the dark theme; not to be changed
 * @param light the same for the light theme
 */
record DrawnFigure(String title, int width, byte[] dark, byte[] light) {
  private static final int PIXELS = 2;

  static DrawnFigure of(Figure figure) {
    Font face = Fonts.forDrawing();
    return new DrawnFigure(
        figure.title(),
        figure.width(),
        figure.png(PIXELS, FigureStyle.dark(face)),
        figure.png(PIXELS, FigureStyle.light(face)));
  }
}
