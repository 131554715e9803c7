package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.explore.confusions.MatrixViewModel.Cell;
import java.util.Optional;

/**
 * Which part of a square matrix is in sight, and how large. It begins with all of it, where its cells are then high enough
 * to be read, else with cells that are; cells are up to twice as wide as high where there is room. All lengths in points, places from the upper left corner of the cells.
 */
final class MatrixViewport {
  /** Beside such cells a name can be read. */
  static final double READABLE = 14;

  static final double LARGEST = 36;
  private static final double WIDEST = 2;

  private int size;
  private double width;
  private double height;
  private double cell = READABLE;
  private double aspect = 1;
  private double x;
  private double y;
  private boolean untouched = true;

  /** Shows a matrix of so many rows from the start. */
  void show(int newSize) {
    size = newSize;
    untouched = true;
    begin();
  }

  /** The room for the cells. */
  void resize(double newWidth, double newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    if (untouched) {
      begin();
    }
    scroll(0, 0);
  }

  private void begin() {
    aspect = 1;
    cell = Math.min(LARGEST, Math.max(READABLE, fitting()));
    aspect = Math.max(1, Math.min(WIDEST, width / (Math.max(1, size) * cell)));
    x = 0;
    y = 0;
  }

  private double fitting() {
    return size == 0 ? LARGEST : Math.min(LARGEST, Math.min(width / aspect, height) / size);
  }

  /** Height of a cell. */
  double cell() {
    return cell;
  }

  /** Width of a cell. */
  double cellWidth() {
    return cell * aspect;
  }

  /** True if every cell is in sight. */
  boolean isWhole() {
    return size * cellWidth() <= width + 0.5 && size * cell <= height + 0.5;
  }

  /** Shows every cell, however small. */
  void fit() {
    untouched = false;
    cell = fitting();
    scroll(0, 0);
  }

  /** Makes the cells larger, or smaller, about a place that stays where it is. */
  void zoom(double factor, double aboutX, double aboutY) {
    untouched = false;
    double before = cell;
    double largest = Math.max(LARGEST, fitting());
    cell = Math.max(Math.min(fitting(), READABLE), Math.min(largest, cell * factor));
    x = (x + aboutX) * cell / before - aboutX;
    y = (y + aboutY) * cell / before - aboutY;
    scroll(0, 0);
  }

  /** Moves on over the cells; stays inside them. */
  void scroll(double right, double down) {
    x = Math.max(0, Math.min(size * cellWidth() - width, x + right));
    y = Math.max(0, Math.min(size * cell - height, y + down));
  }

  /** Moves so far that a cell is in sight, with one beside it. */
  void reveal(Cell at) {
    double left = Math.min(0, left(at.column() - 1));
    double right = Math.max(0, left(at.column() + 2) - width);
    double up = Math.min(0, top(at.row() - 1));
    double down = Math.max(0, top(at.row() + 2) - height);
    scroll(left + right, up + down);
  }

  /** Left edge of a column. */
  double left(int column) {
    return Math.round(column * cellWidth() - x);
  }

  /** Upper edge of a row. */
  double top(int row) {
    return Math.round(row * cell - y);
  }

  /** First column in sight. */
  int firstColumn() {
    return (int) (x / cellWidth());
  }

  /** Column after the last in sight. */
  int endColumn() {
    return Math.min(size, (int) Math.ceil((x + width) / cellWidth()));
  }

  /** First row in sight. */
  int firstRow() {
    return (int) (y / cell);
  }

  /** Row after the last in sight. */
  int endRow() {
    return Math.min(size, (int) Math.ceil((y + height) / cell));
  }

  /** The cell at a place, if there is one. */
  Optional<Cell> at(double px, double py) {
    int column = (int) Math.floor((px + x) / cellWidth());
    int row = (int) Math.floor((py + y) / cell);
    boolean inside = px >= 0 && py >= 0 && px < width && py < height && column < size && row < size;
    return inside ? Optional.of(new Cell(row, column)) : Optional.empty();
  }
}
