package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The matrix of class pairs and the cell the keyboard is at; never on the diagonal. */
public final class MatrixViewModel {
  private final ReadOnlyObjectWrapper<ClassMatrix> matrix =
      new ReadOnlyObjectWrapper<>(PairIndex.EMPTY.matrix());
  private final ReadOnlyObjectWrapper<Cell> cell = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper cellText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper cellHasPairs = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<MatrixOrder> order =
      new SimpleObjectProperty<>(MatrixOrder.LOOK_ALIKES);

  /** A place in the matrix, from 0. */
  public record Cell(int row, int column) {}

  /** An empty matrix. */
  MatrixViewModel() {
    cell.addListener((value, old, now) -> showCell(now));
    order.addListener((value, old, now) -> reorder());
  }

  private void showCell(Cell at) {
    cellText.set(at == null ? "" : text(at));
    cellHasPairs.set(at != null && matrix.get().count(at.row(), at.column()) > 0);
  }

  private void reorder() {
    Cell at = cell.get();
    ClassMatrix before = matrix.get();
    cell.set(null);
    matrix.set(before.in(order.get()));
    if (at != null) {
      moveToClasses(before.label(at.row()), before.label(at.column()));
    }
  }

  /** The order of the classes. */
  public ObjectProperty<MatrixOrder> orderProperty() {
    return order;
  }

  /** True if the cell the keyboard is at holds pairs. */
  public ReadOnlyBooleanProperty cellHasPairsProperty() {
    return cellHasPairs.getReadOnlyProperty();
  }

  /** The matrix. */
  public ReadOnlyObjectProperty<ClassMatrix> matrixProperty() {
    return matrix.getReadOnlyProperty();
  }

  /** The cell the keyboard is at; null if there are fewer than two classes. */
  public ReadOnlyObjectProperty<Cell> cellProperty() {
    return cell.getReadOnlyProperty();
  }

  /** The cell in words, with whole names. */
  public ReadOnlyStringProperty cellTextProperty() {
    return cellText.getReadOnlyProperty();
  }

  /** Shows another matrix and goes to its fullest cell. */
  void show(ClassMatrix newMatrix) {
    cell.set(null);
    matrix.set(newMatrix.in(order.get()));
    cell.set(fullest(matrix.get()));
  }

  private static @Nullable Cell fullest(ClassMatrix matrix) {
    Cell best = null;
    for (int row = 0; row < matrix.size(); row++) {
      for (int column = 0; column < matrix.size(); column++) {
        boolean more =
            best == null || matrix.count(row, column) > matrix.count(best.row(), best.column());
        if (row != column && more) {
          best = new Cell(row, column);
        }
      }
    }
    return best;
  }

  /** Goes to a cell, if it is one. */
  public void moveTo(int row, int column) {
    int size = matrix.get().size();
    boolean inside = row >= 0 && column >= 0 && row < size && column < size;
    if (inside && row != column) {
      cell.set(new Cell(row, column));
    }
  }

  /** Goes to the cell of two classes, if it is one. */
  void moveToClasses(int rowLabel, int columnLabel) {
    moveTo(matrix.get().indexOf(rowLabel), matrix.get().indexOf(columnLabel));
  }

  /** Goes so many rows down and columns to the right; jumps over the diagonal, stays at the edges. */
  public void move(int rows, int columns) {
    Cell from = cell.get();
    if (from == null) {
      return;
    }
    int row = from.row() + rows;
    int column = from.column() + columns;
    if (row == column) {
      row += rows;
      column += columns;
    }
    moveTo(row, column);
  }

  /** Goes to the first cell of the row. */
  public void first() {
    if (cell.get() != null) {
      moveTo(cell.get().row(), cell.get().row() == 0 ? 1 : 0);
    }
  }

  /** Goes to the last cell of the row. */
  public void last() {
    if (cell.get() != null) {
      int end = matrix.get().size() - 1;
      moveTo(cell.get().row(), cell.get().row() == end ? end - 1 : end);
    }
  }

  /** A cell in words, with whole names. */
  public String text(Cell of) {
    ClassMatrix m = matrix.get();
    String classes = m.name(of.row()) + " → " + m.name(of.column());
    int count = m.count(of.row(), of.column());
    return count == 0
        ? Texts.of("{0}: no pair", classes)
        : Texts.of(
            "{0}: {1}, {2} of the class's {3}",
            classes,
            Texts.count(count, "pair", "pairs"),
            Texts.percent(m.share(of.row(), of.column())),
            Texts.count(m.images(of.row()), "image", "images"));
  }
}
