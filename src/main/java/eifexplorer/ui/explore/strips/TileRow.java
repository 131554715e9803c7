package eifexplorer.ui.explore.strips;

import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * The tiles of one strip, as many as fit side by side; they are made once and shown anew. One stop of the Tab key: the
 * arrows go from tile to tile, page keys turn the page, the wheel
 * moves on tile by tile.
 */
final class TileRow extends Region {
  private static final double NOTCH = 40;

  private final StripsViewModel strips;
  private final StripViewModel model;
  private final PictureLoader pictures;
  private final TileActions actions;
  private final List<InfluenceTile> tiles = new ArrayList<>();
  private double scrolled;
  private TileSize size = TileSize.USUAL;
  private int columns = 1;

  TileRow(
      StripsViewModel strips, StripViewModel model, PictureLoader pictures, TileActions actions) {
    this.strips = strips;
    this.model = model;
    this.pictures = pictures;
    this.actions = actions;
    getStyleClass().add("tile-row");
    setId(model.kind().word() + "-strip");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(Texts.of("{0} training images", model.kind().title()));
    setOnKeyPressed(this::keyPressed);
    setOnScroll(this::scrolled);
    actions.menuOn(this);
    model.page().addListener((ListChangeListener<InfluenceItem>) change -> refresh());
    TileChanges.on(strips, this::refreshTiles);
    widthProperty().addListener((value, old, now) -> fit(now.doubleValue()));
    refresh();
  }

  private void fit(double width) {
    columns = TileGrid.columns(width, size);
    model.pageSize(columns);
    requestLayout();
  }

  private void refresh() {
    List<InfluenceItem> page = model.page();
    while (tiles.size() < page.size()) {
      tiles.add(newTile());
    }
    getChildren().setAll(tiles.subList(0, page.size()));
    for (int i = 0; i < page.size(); i++) {
      tiles.get(i).show(page.get(i));
    }
  }

  private void refreshTiles() {
    tiles.subList(0, getChildren().size()).forEach(InfluenceTile::refresh);
  }

  private InfluenceTile newTile() {
    InfluenceTile tile = new InfluenceTile(strips, model.kind(), pictures);
    tile.resizeTo(size);
    tile.setOnMousePressed(
        event -> {
          requestFocus();
          tile.pressed(event, actions.open());
        });
    actions.menuOn(tile);
    return tile;
  }

  private void keyPressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> strips.step(model.kind(), -1);
      case RIGHT -> strips.step(model.kind(), 1);
      case PAGE_DOWN -> model.nextPage();
      case PAGE_UP -> model.previousPage();
      case HOME -> model.strongest().ifPresent(this::chooseStrongest);
      case ENTER -> actions.open().run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** A notch of the wheel is a tile; a touch pad's small steps add up. */
  private void scrolled(ScrollEvent event) {
    double by =
        Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())
            ? event.getDeltaX()
            : event.getDeltaY();
    scrolled = Math.signum(by) == Math.signum(scrolled) ? scrolled + by : by;
    int whole = (int) (scrolled / NOTCH);
    scrolled -= whole * NOTCH;
    model.scroll(-whole);
    event.consume();
  }

  private void chooseStrongest(InfluenceItem strongest) {
    strips.choose(strongest);
    model.turnTo(0);
  }

  /** Takes tiles of another size. */
  void resizeTo(TileSize newSize) {
    size = newSize;
    tiles.forEach(tile -> tile.resizeTo(size));
    fit(getWidth());
  }

  @Override
  protected double computeMinHeight(double width) {
    return InfluenceTile.height(size);
  }

  @Override
  protected double computePrefHeight(double width) {
    return InfluenceTile.height(size);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    TileGrid.layoutRow(getChildren(), columns, getWidth(), getHeight());
  }
}
