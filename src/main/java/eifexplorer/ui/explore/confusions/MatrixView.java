package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.explore.confusions.MatrixViewModel.Cell;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The cells of the matrix with their heads. The arrows, Home and End walk; Enter or a double click opens. A cell without
 * pairs has no nodes.
 */
final class MatrixView extends Region {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double ROW_HEADS = 168;
  private static final double HIGHEST_COLUMN_HEADS = 124;
  private static final double LOWEST_COLUMN_HEADS = 92;

  /** Below this height the heads of the columns give up theirs, down to the lowest. */
  private static final double COMFORTABLE_CELL = 16;

  /** A number in a lower cell reaches over its lines. */
  private static final double LINE_OF_TEXT = 16;

  private static final double WIDEST_CELL = 72;
  private static final double HIGHEST_CELL = 36;
  private static final double HEAD_GAP = 8;

  /** Even a small share is told from none; a whole row is still read against. */
  private static final double FAINTEST = 0.1;

  private static final double STRONGEST = 0.62;

  private final MatrixViewModel model;
  private final Runnable open;
  private final List<NameLabel> rowNames = new ArrayList<>();
  private final List<NameLabel> columnNames = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();
  private final List<Placed> cells = new ArrayList<>();
  private final Region cursor = part("matrix-cursor");
  private final Tooltip tip = Tips.on(this, "");
  private double columnHeads;
  private double cellWidth;
  private double cellHeight;

  /** A node that fills a cell. */
  private record Placed(Cell at, Region node) {}

  MatrixView(MatrixViewModel model, Runnable open) {
    this.model = model;
    this.open = open;
    getStyleClass().add("matrix");
    setFocusTraversable(true);
    setMinSize(0, 0);
    setOnKeyPressed(this::key);
    setOnMousePressed(this::pressed);
    setOnMouseMoved(this::moved);
    model.matrixProperty().addListener((value, old, now) -> show(now));
    model.cellProperty().addListener((value, old, now) -> showCell());
    show(model.matrixProperty().get());
  }

  private static Region part(String styleClass) {
    Region part = new Region();
    part.getStyleClass().add(styleClass);
    part.setMouseTransparent(true);
    return part;
  }

  private void show(ClassMatrix matrix) {
    Stream.of(rowNames, columnNames, lines, cells).forEach(List::clear);
    for (int i = 0; i < matrix.size(); i++) {
      rowNames.add(head(matrix.name(i), Pos.CENTER_RIGHT));
      NameLabel column = head(matrix.name(i), Pos.CENTER_LEFT);
      column.setRotate(-90);
      columnNames.add(column);
      cells.add(new Placed(new Cell(i, i), part("matrix-diagonal")));
    }
    for (int i = 0; i < 2 * matrix.size() + 2; i++) {
      lines.add(part("matrix-line"));
    }
    for (int row = 0; row < matrix.size(); row++) {
      for (int column = 0; column < matrix.size(); column++) {
        if (row != column && matrix.count(row, column) > 0) {
          add(matrix, new Cell(row, column));
        }
      }
    }
    List<Node> nodes = new ArrayList<>(lines);
    cells.forEach(cell -> nodes.add(cell.node()));
    nodes.addAll(rowNames);
    nodes.addAll(columnNames);
    nodes.add(cursor);
    getChildren().setAll(nodes);
    showCell();
  }

  private static NameLabel head(String name, Pos alignment) {
    NameLabel head = new NameLabel("matrix-head");
    head.setName(name);
    head.setAlignment(alignment);
    return head;
  }

  private void add(ClassMatrix matrix, Cell at) {
    Region heat = part("matrix-heat");
    heat.setOpacity(opacity(matrix.share(at.row(), at.column())));
    cells.add(new Placed(at, heat));
    Label count = label(Texts.count(matrix.count(at.row(), at.column())), "mono", "matrix-count");
    count.setMouseTransparent(true);
    count.setAlignment(Pos.CENTER);
    cells.add(new Placed(at, count));
  }

  /** How strong the heat of a share is. */
  static double opacity(double share) {
    return FAINTEST + (STRONGEST - FAINTEST) * share;
  }

  private void showCell() {
    Cell at = model.cellProperty().get();
    cursor.setVisible(at != null);
    for (int i = 0; i < rowNames.size(); i++) {
      rowNames.get(i).pseudoClassStateChanged(CURRENT, at != null && at.row() == i);
      columnNames.get(i).pseudoClassStateChanged(CURRENT, at != null && at.column() == i);
    }
    setAccessibleText(
        "Matrix of class pairs" + (at == null ? "" : ", " + model.cellTextProperty().get()));
    requestLayout();
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
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    cellAt(event).ifPresent(cell -> pressed(cell, event.getClickCount()));
  }

  private void pressed(Cell cell, int clicks) {
    model.moveTo(cell.row(), cell.column());
    if (clicks == 2 && cell.equals(model.cellProperty().get())) {
      open.run();
    }
  }

  private void moved(MouseEvent event) {
    String text = cellAt(event).filter(c -> c.row() != c.column()).map(model::text).orElse("");
    if (text.isEmpty()) {
      Tooltip.uninstall(this, tip);
    } else if (!text.equals(tip.getText())) {
      Tooltip.install(this, tip);
    }
    tip.setText(text);
  }

  private Optional<Cell> cellAt(MouseEvent event) {
    int column = (int) Math.floor((event.getX() - ROW_HEADS) / cellWidth);
    int row = (int) Math.floor((event.getY() - columnHeads) / cellHeight);
    int size = model.matrixProperty().get().size();
    boolean inside = row >= 0 && column >= 0 && row < size && column < size;
    return inside ? Optional.of(new Cell(row, column)) : Optional.empty();
  }

  @Override
  protected void layoutChildren() {
    int size = Math.max(1, rowNames.size());
    cellWidth = Math.min(WIDEST_CELL, (getWidth() - ROW_HEADS - 1) / size);
    columnHeads =
        Math.max(
            LOWEST_COLUMN_HEADS,
            Math.min(HIGHEST_COLUMN_HEADS, getHeight() - 1 - size * COMFORTABLE_CELL));
    cellHeight = Math.min(HIGHEST_CELL, (getHeight() - columnHeads - 1) / size);
    for (int i = 0; i < rowNames.size(); i++) {
      double text = Math.max(cellHeight, LINE_OF_TEXT);
      rowNames.get(i).resizeRelocate(0, y(i) + (cellHeight - text) / 2, ROW_HEADS - HEAD_GAP, text);
      double length = columnHeads - HEAD_GAP;
      columnNames
          .get(i)
          .resizeRelocate(
              x(i) + (cellWidth - length) / 2, (length - cellWidth) / 2, length, cellWidth);
    }
    layoutLines(rowNames.size());
    for (Placed cell : cells) {
      boolean text = cell.node() instanceof Label;
      place(cell.node(), cell.at(), text ? Math.min(1, (cellHeight - LINE_OF_TEXT) / 2) : 1);
    }
    Cell at = model.cellProperty().get();
    if (at != null) {
      place(cursor, at, 0);
    }
  }

  private void layoutLines(int size) {
    for (int i = 0; i <= size && !lines.isEmpty(); i++) {
      lines.get(2 * i).resizeRelocate(x(0), y(i), x(size) - x(0) + 1, 1);
      lines.get(2 * i + 1).resizeRelocate(x(i), y(0), 1, y(size) - y(0) + 1);
    }
  }

  /** Lays a node over a cell, so far inside its outer edges. */
  private void place(Region node, Cell at, double line) {
    double x = x(at.column());
    double y = y(at.row());
    node.resizeRelocate(
        x + line,
        y + line,
        x(at.column() + 1) - x + 1 - 2 * line,
        y(at.row() + 1) - y + 1 - 2 * line);
  }

  private double x(int column) {
    return Math.round(ROW_HEADS + column * cellWidth);
  }

  private double y(int row) {
    return Math.round(columnHeads + row * cellHeight);
  }
}
