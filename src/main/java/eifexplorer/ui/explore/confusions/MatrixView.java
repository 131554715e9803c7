package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.explore.confusions.MatrixViewModel.Cell;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.ShortNames;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * The cells of the matrix with their heads, drawn. The arrows, Home and End walk, the wheel scrolls and with Ctrl zooms, plus
 * and minus zoom, 0 shows all; Enter or a double click opens.
 */
final class MatrixView extends Region {
  private static final double MOST_ROW_HEADS = 230;
  private static final double MOST_COLUMN_HEADS = 190;

  /** Of the room, so that the cells keep most of it. */
  private static final double HEADS_SHARE = 0.24;

  private static final double ZOOM_STEP = 1.25;

  private final MatrixViewModel model;
  private final Runnable open;
  private final Canvas canvas = new Canvas();
  private final MatrixViewport sight = new MatrixViewport();
  private final MatrixInks inks = new MatrixInks(this::requestLayout);
  private final Tip tip = Tips.on(this, "");
  private ShortNames names = ShortNames.NONE;
  private double longestName;
  private double left;
  private double top;
  private double dragX;
  private double dragY;

  MatrixView(MatrixViewModel model, Runnable open) {
    this.model = model;
    this.open = open;
    getStyleClass().add("matrix");
    setFocusTraversable(true);
    setMinSize(0, 0);
    getChildren().addAll(canvas, inks);
    setOnKeyPressed(this::key);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseMoved(this::moved);
    setOnScroll(this::scrolled);
    focusedProperty().addListener((value, old, now) -> requestLayout());
    visibleProperty().addListener((value, old, now) -> requestLayout());
    model.matrixProperty().addListener((value, old, now) -> show(now));
    model.cellProperty().addListener((value, old, now) -> showCell(now));
    show(model.matrixProperty().get());
  }

  private void show(ClassMatrix matrix) {
    ToDoubleFunction<String> width = NameLabel.widthIn(Font.font("Inter Semi Bold", 11));
    longestName = matrix.names().stream().mapToDouble(width).max().orElse(0);
    names = ShortNames.of(matrix.names());
    sight.show(matrix.size());
    showCell(model.cellProperty().get());
  }

  private void showCell(Cell at) {
    setAccessibleText(
        Texts.of(
            "Matrix of class pairs{0}", at == null ? "" : ", " + model.cellTextProperty().get()));
    if (at != null) {
      sight.reveal(at);
    }
    requestLayout();
  }

  /** Makes the cells larger about the present one. */
  void zoomIn() {
    zoom(ZOOM_STEP);
  }

  /** Makes the cells smaller about the present one. */
  void zoomOut() {
    zoom(1 / ZOOM_STEP);
  }

  /** Shows all cells, however small. */
  void fit() {
    sight.fit();
    requestLayout();
  }

  private void zoom(double factor) {
    Cell at = model.cellProperty().get();
    if (at != null) {
      sight.zoom(factor, sight.left(at.column()), sight.top(at.row()));
      sight.reveal(at);
      requestLayout();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> model.move(-1, 0);
      case DOWN -> model.move(1, 0);
      case LEFT -> model.move(0, -1);
      case RIGHT -> model.move(0, 1);
      case HOME -> model.first();
      case END -> model.last();
      case ENTER -> open.run();
      case PLUS, ADD, EQUALS -> zoomIn();
      case MINUS, SUBTRACT -> zoomOut();
      case DIGIT0, NUMPAD0 -> fit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    dragX = event.getX();
    dragY = event.getY();
    cellAt(event.getX(), event.getY()).ifPresent(cell -> pressed(cell, event));
  }

  private void pressed(Cell cell, MouseEvent event) {
    model.moveTo(cell.row(), cell.column());
    boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
    if (twice && cell.equals(model.cellProperty().get())) {
      open.run();
    }
  }

  private void dragged(MouseEvent event) {
    sight.scroll(dragX - event.getX(), dragY - event.getY());
    dragX = event.getX();
    dragY = event.getY();
    requestLayout();
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown()) {
      double factor = event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
      sight.zoom(factor, event.getX() - left, event.getY() - top);
    } else {
      sight.scroll(-event.getDeltaX(), -event.getDeltaY());
    }
    requestLayout();
    event.consume();
  }

  private void moved(MouseEvent event) {
    String text =
        cellAt(event.getX(), event.getY())
            .filter(c -> c.row() != c.column())
            .map(model::text)
            .orElse("");
    tip.setText(text);
  }

  private Optional<Cell> cellAt(double x, double y) {
    return sight.at(x - left, y - top);
  }

  @Override
  protected void layoutChildren() {
    left = Math.min(longestName + 1, Math.min(MOST_ROW_HEADS, getWidth() * HEADS_SHARE));
    left += MatrixPainter.HEAD_GAP;
    top = Math.min(longestName + 1, Math.min(MOST_COLUMN_HEADS, getHeight() * HEADS_SHARE));
    top += MatrixPainter.HEAD_GAP;
    boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
    sight.resize(getWidth() - left - 1, getHeight() - top - 1);
    Cell at = model.cellProperty().get();
    if (resized && at != null) {
      sight.reveal(at);
    }
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    if (isVisible()) {
      paint();
    }
  }

  private void paint() {
    new MatrixPainter(model.matrixProperty().get(), names, sight, inks, left, top)
        .paint(
            canvas.getGraphicsContext2D(),
            getWidth(),
            getHeight(),
            model.cellProperty().get(),
            isFocused());
  }
}
