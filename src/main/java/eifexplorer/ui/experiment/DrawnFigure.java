package eifexplorer.ui.experiment;

import eifexplorer.export.Figure;

/**
 * A figure as it is in the report, drawn.
 *
 * @param title for people
 * @param width in points
 * @param png a picture with twice as many pixels; not to be changed
 */
record DrawnFigure(String title, int width, byte[] png) {
  private static final int PIXELS = 2;

  static DrawnFigure of(Figure figure) {
    return new DrawnFigure(figure.title(), figure.width(), figure.png(PIXELS));
  }
}
