package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.explore.confusions.MatrixViewModel.Cell;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.ShortNames;
import eifexplorer.ui.kit.Texts;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the part of the matrix that is in sight: heads, lines, cells, the present cell with its row and column. */
final class MatrixPainter {
  static final double HEAD_GAP = 8;
  private static final double HEAD_SIZE = 11;
  private static final Font HEAD = Font.font("Inter", HEAD_SIZE);
  private static final Font PRESENT = Font.font("Inter Semi Bold", HEAD_SIZE);
  private static final Font COUNT = Font.font("JetBrains Mono", HEAD_SIZE);

  /** Below this a number does not fit into a cell, nor lines beside it. */
  private static final double WITH_NUMBER = 13;

  private static final double WIDTH_WITH_NUMBER = 17;

  private static final double WITH_LINES = 8;

  /** Even a small share is told from none; the numbers are still read on the largest. */
  private static final double FAINTEST = 0.18;

  private static final double STRONGEST = 0.78;
  private static final double BAND = 0.07;

  private final ClassMatrix matrix;
  private final MatrixViewport sight;
  private final MatrixInks inks;
  private final ShortNames names;
  private final double left;
  private final double top;
  private final double largest;

  /**
   * Draws a matrix.
   *
   * @param left width of the heads of the rows
   * @param top height of the heads of the columns
   */
  MatrixPainter(
      ClassMatrix matrix,
      ShortNames names,
      MatrixViewport sight,
      MatrixInks inks,
      double left,
      double top) {
    this.matrix = matrix;
    this.names = names;
    this.sight = sight;
    this.inks = inks;
    this.left = left;
    this.top = top;
    largest = matrix.largestShare();
  }

  /** How strong the colour of a share is, of which the largest is given. */
  static double opacity(double share, double largest) {
    return FAINTEST + (STRONGEST - FAINTEST) * (largest > 0 ? share / largest : 0);
  }

  void paint(GraphicsContext g, double width, double height, Cell present, boolean focused) {
    g.clearRect(0, 0, width, height);
    g.setTextBaseline(VPos.CENTER);
    g.save();
    g.beginPath();
    g.rect(left, top, width - left, height - top);
    g.clip();
    g.translate(left, top);
    if (present != null) {
      bands(g, present);
    }
    lines(g);
    cells(g);
    if (present != null) {
      g.setStroke(focused ? inks.cursor() : inks.muted());
      g.setLineWidth(2);
      g.strokeRect(
          sight.left(present.column()),
          sight.top(present.row()),
          Math.max(4, sight.cellWidth()),
          Math.max(4, sight.cell()));
    }
    g.restore();
    rowHeads(g, present);
    columnHeads(g, width, present);
  }

  private void bands(GraphicsContext g, Cell present) {
    g.setGlobalAlpha(BAND);
    g.setFill(inks.text());
    double end = sight.left(sight.endColumn());
    g.fillRect(0, sight.top(present.row()), end, sight.cell());
    g.fillRect(sight.left(present.column()), 0, sight.cellWidth(), sight.top(sight.endRow()));
    g.setGlobalAlpha(1);
  }

  private void lines(GraphicsContext g) {
    boolean fine = sight.cell() >= WITH_LINES;
    double right = sight.left(sight.endColumn());
    double bottom = sight.top(sight.endRow());
    g.setFill(inks.line());
    for (int i = sight.firstRow(); fine && i <= sight.endRow(); i++) {
      g.fillRect(0, sight.top(i), right, 1);
    }
    for (int i = sight.firstColumn(); fine && i <= sight.endColumn(); i++) {
      g.fillRect(sight.left(i), 0, 1, bottom);
    }
    g.setStroke(inks.line());
    g.setLineWidth(1);
    g.strokeRect(0.5, 0.5, right, bottom);
  }

  private void cells(GraphicsContext g) {
    g.setFont(COUNT);
    g.setTextAlign(TextAlignment.CENTER);
    for (int row = sight.firstRow(); row < sight.endRow(); row++) {
      for (int column = sight.firstColumn(); column < sight.endColumn(); column++) {
        if (row == column) {
          diagonal(g, row);
        } else if (matrix.count(row, column) > 0) {
          cell(g, row, column);
        }
      }
    }
  }

  private void diagonal(GraphicsContext g, int at) {
    g.setFill(inks.line());
    g.fillRect(sight.left(at), sight.top(at), sight.cellWidth(), sight.cell());
  }

  private void cell(GraphicsContext g, int row, int column) {
    double x = sight.left(column);
    double y = sight.top(row);
    double gap = sight.cell() >= WITH_LINES ? 1 : 0;
    g.setGlobalAlpha(opacity(matrix.share(row, column), largest));
    g.setFill(inks.heat());
    g.fillRect(
        x + gap,
        y + gap,
        Math.max(1, sight.left(column + 1) - x - gap),
        Math.max(1, sight.top(row + 1) - y - gap));
    g.setGlobalAlpha(1);
    if (sight.cell() >= WITH_NUMBER && sight.cellWidth() >= WIDTH_WITH_NUMBER) {
      g.setFill(inks.text());
      g.fillText(
          Texts.count(matrix.count(row, column)),
          x + sight.cellWidth() / 2 + 0.5,
          y + sight.cell() / 2 + 0.5);
    }
  }

  /** Where the names of all rows would lie over each other only the present one's is written. */
  private boolean named(boolean present) {
    return present || sight.cell() >= HEAD_SIZE;
  }

  private void rowHeads(GraphicsContext g, Cell present) {
    g.setTextAlign(TextAlignment.RIGHT);
    for (int row = sight.firstRow(); row < sight.endRow(); row++) {
      boolean here = present != null && present.row() == row;
      double y = top + sight.top(row) + sight.cell() / 2;
      if (named(here) && y >= top) {
        g.fillText(head(g, matrix.name(row), left - HEAD_GAP, here), left - HEAD_GAP, y);
      }
    }
  }

  private void columnHeads(GraphicsContext g, double width, Cell present) {
    g.setTextAlign(TextAlignment.LEFT);
    for (int column = sight.firstColumn(); column < sight.endColumn(); column++) {
      boolean here = present != null && present.column() == column;
      double x = left + sight.left(column) + sight.cellWidth() / 2;
      if (named(here) && x >= left && x <= width) {
        g.save();
        g.translate(x, top - HEAD_GAP);
        g.rotate(-90);
        g.fillText(head(g, matrix.name(column), top - HEAD_GAP, here), 0, 0);
        g.restore();
      }
    }
  }

  private String head(GraphicsContext g, String name, double room, boolean present) {
    Font font = present ? PRESENT : HEAD;
    g.setFont(font);
    g.setFill(present ? inks.text() : inks.muted());
    ToDoubleFunction<String> width = NameLabel.widthIn(font);
    return names.fit(name, 1, room, width);
  }
}
