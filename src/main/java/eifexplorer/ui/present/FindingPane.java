package eifexplorer.ui.present;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Photograph;
import eifexplorer.export.Finding.Row;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The photographs of a finding, as large as the room lets them be. */
final class FindingPane extends Region {
  private static final double GAP = 16;
  private static final double TITLE = 30;
  private static final double CAPTION = 44;
  private static final double LEAST = 48;
  private static final int THUMBNAIL = 512;

  /** Photographs of a short row, at most. */
  private static final int FEW = 3;

  private static final double MARGIN = 48;

  /** Share of the width that a pair beside long rows gets at most. */
  private static final double MOST_OF_WIDTH = 0.4;

  private final PictureLoader loader;
  private final Function<Photograph, Picture> pictures;
  private List<ShownRow> rows = List.of();

  /** A photograph with its two lines. */
  private record Tile(PictureView picture, Label caption, Label detail) {}

  /** How a row's photographs lie: in so many columns, each so wide and high. */
  private record Grid(int columns, double side) {}

  /** A row with its title. */
  private record ShownRow(Label title, List<Tile> tiles) {
    boolean isShort() {
      return tiles.size() <= FEW;
    }

    double titleHeight() {
      return title.getText().isEmpty() ? 0 : TITLE;
    }

    /** The lines in which the photographs are largest. */
    Grid best(double width, double height) {
      return IntStream.rangeClosed(1, Math.max(1, tiles.size()))
          .mapToObj(columns -> grid(width, height, columns))
          .max(Comparator.comparingDouble(Grid::side))
          .orElseThrow();
    }

    Grid grid(double width, double height, int columns) {
      int lines = Math.max(1, (tiles.size() + columns - 1) / columns);
      double wide = (width - (columns - 1) * GAP) / columns;
      double high = (height - titleHeight() + GAP) / lines - GAP - CAPTION;
      return new Grid(columns, Math.min(wide, high));
    }
  }

  FindingPane(PictureLoader loader, Function<Photograph, Picture> pictures) {
    this.loader = loader;
    this.pictures = pictures;
    setMinSize(0, 0);
  }

  /** Shows the rows of a finding. */
  void show(Finding finding) {
    List<ShownRow> now = new ArrayList<>();
    finding.rows().forEach(row -> now.add(shown(row)));
    rows.forEach(row -> row.tiles.forEach(tile -> tile.picture.show(null)));
    rows = now;
    getChildren().clear();
    for (ShownRow row : rows) {
      getChildren().add(row.title);
      row.tiles.forEach(tile -> getChildren().addAll(tile.picture, tile.caption, tile.detail));
    }
  }

  private ShownRow shown(Row row) {
    return new ShownRow(
        label(row.title(), "present-row"), row.photographs().stream().map(this::tile).toList());
  }

  private Tile tile(Photograph of) {
    PictureView view = new PictureView(loader, THUMBNAIL, PictureView.Fit.SUBJECT);
    view.show(pictures.apply(of));
    return new Tile(
        view, label(of.caption(), "present-caption"), label(of.detail(), "present-detail"));
  }

  /** A pair stands to the left of the long rows that belong to it; other rows lie below or beside each other. */
  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (rows.isEmpty() || width <= 0 || height <= 0) {
      return;
    }
    ShownRow first = rows.get(0);
    if (rows.size() > 1 && first.isShort() && !rows.get(1).isShort()) {
      double side = first.grid(width * MOST_OF_WIDTH, height, 1).side();
      place(first, 0, 0, new Grid(1, side));
      arrange(rows.subList(1, rows.size()), side + MARGIN, width - side - MARGIN, height);
    } else {
      arrange(rows, 0, width, height);
    }
  }

  private static void arrange(List<ShownRow> some, double x, double width, double height) {
    int count = some.size();
    double wide = (width - (count - 1) * MARGIN) / count;
    double high = (height - (count - 1) * GAP) / count;
    boolean below = least(some, width, high) >= least(some, wide, height);
    for (int i = 0; i < count; i++) {
      ShownRow row = some.get(i);
      if (below) {
        place(row, x, i * (high + GAP), row.best(width, high));
      } else {
        place(row, x + i * (wide + MARGIN), 0, row.best(wide, height));
      }
    }
  }

  private static double least(List<ShownRow> some, double width, double height) {
    return some.stream().mapToDouble(row -> row.best(width, height).side()).min().orElse(0);
  }

  private static void place(ShownRow row, double x, double y, Grid grid) {
    double side = Math.max(LEAST, grid.side());
    double wide = grid.columns() * (side + GAP) - GAP;
    row.title.resizeRelocate(x, y, Math.max(wide, row.title.prefWidth(-1)), row.titleHeight());
    for (int i = 0; i < row.tiles.size(); i++) {
      int line = i / grid.columns();
      double left = x + i % grid.columns() * (side + GAP);
      double top = y + row.titleHeight() + line * (side + CAPTION + GAP);
      place(row.tiles.get(i), left, top, side);
    }
  }

  private static void place(Tile tile, double x, double y, double side) {
    tile.picture.resizeRelocate(x, y, side, side);
    tile.caption.resizeRelocate(x, y + side + 2, side, CAPTION / 2);
    tile.detail.resizeRelocate(x, y + side + CAPTION / 2, side, CAPTION / 2);
  }
}
