package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.downTriangle;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;
import static eifexplorer.ui.kit.Controls.upTriangle;
import static java.util.Objects.requireNonNull;

import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All training images of a kind over the middle of the screen, of which only the rows in sight exist. The arrows walk
 * through them, Enter opens the chosen one, Escape closes.
 */
public final class TileSheet extends VBox {
  private static final String PLACE = "sheet";

  /** Rows that fly past while scrolling are not worth a question. */
  private static final Duration AT_REST = Duration.millis(80);

  private final StripsViewModel strips;
  private final PictureLoader pictures;
  private final TileActions actions;
  private final HBox title = new HBox(8);
  private final ListView<Integer> list = new ListView<>();
  private final List<Row> rows = new ArrayList<>();
  private final PauseTransition rest = new PauseTransition(AT_REST);
  private @Nullable InfluenceKind kind;
  private int columns = 1;
  private TileSize size = TileSize.USUAL;

  /** A sheet that is not open. */
  public TileSheet(StripsViewModel strips, PictureLoader pictures, TileActions actions) {
    super(8);
    this.strips = strips;
    this.pictures = pictures;
    this.actions = actions;
    getStyleClass().add("tile-sheet");
    list.setId("all-tiles");
    list.setCellFactory(view -> new Row());
    VBox.setVgrow(list, Priority.ALWAYS);
    title.setAlignment(Pos.CENTER_LEFT);
    Button close = button(Texts.of("Back to the strips"), () -> strips.sheetProperty().set(null));
    close.setGraphic(key("Esc"));
    HBox head = new HBox(8, title, spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, list);
    setVisible(false);
    actions.menuOn(list);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.widthProperty().addListener((value, old, now) -> fill());
    rest.setOnFinished(event -> tellWhatIsInSight());
    strips.sheetProperty().addListener((value, old, now) -> show(now));
    strips.influence().shownProperty().addListener((value, old, now) -> fill());
    strips.stability().knownProperty().addListener((value, old, now) -> filtered());
    strips.stability().stableOnlyProperty().addListener((value, old, now) -> fill());
    TileChanges.on(strips, () -> rows.forEach(Row::refresh));
    strips.chosenProperty().addListener((value, old, now) -> bringIntoSight());
  }

  private void show(InfluenceKind newKind) {
    kind = newKind;
    setVisible(kind != null);
    fill();
    if (kind != null) {
      list.requestFocus();
      bringIntoSight();
    }
  }

  /** Where only stable ones are shown, which these are is known late. */
  private void filtered() {
    if (strips.stability().stableOnlyProperty().get()) {
      fill();
    }
  }

  private StripViewModel strip() {
    return strips.strip(requireNonNull(kind));
  }

  private void fill() {
    if (kind == null) {
      list.getItems().clear();
      strips.labels().inSight(PLACE, List.of());
      return;
    }
    int count = strip().count();
    Label name = label(title(count, kind), "h2");
    title
        .getChildren()
        .setAll(
            kind == InfluenceKind.HARMFUL ? downTriangle(12) : upTriangle(12),
            name,
            label("— " + strip().effect(), "secondary"));
    list.setAccessibleText(name.getText());
    columns = TileGrid.columns(list.getWidth() - Row.MARGINS, size);
    list.setFixedCellSize(InfluenceTile.height(size) + 2 * TileGrid.GAP);
    list.getItems().setAll(IntStream.range(0, (count + columns - 1) / columns).boxed().toList());
  }

  private String title(int count, InfluenceKind of) {
    boolean some = count < strips.count(of);
    String kind = Texts.of(of.word());
    return some
        ? Texts.of("The {0} stable {1} training images", Texts.count(count), kind)
        : Texts.of("All {0} {1} training images", Texts.count(count), kind);
  }

  private void bringIntoSight() {
    InfluenceItem chosen = strips.chosenProperty().get();
    if (kind == null || chosen == null || chosen.kind() != kind) {
      return;
    }
    int row = strip().place(chosen.rank() - 1) / columns;
    if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null) {
      list.scrollTo(row);
    } else {
      flow.scrollTo(row);
    }
  }

  private void tellWhatIsInSight() {
    if (kind != null) {
      strips
          .labels()
          .inSight(
              PLACE,
              rows.stream().flatMap(row -> row.ranks().stream()).map(this::trainIndex).toList());
    }
  }

  private int trainIndex(int rank) {
    return strip().item(rank).trainIndex();
  }

  private void keyPressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int page = columns * Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()));
    switch (event.getCode()) {
      case LEFT -> step(-1);
      case RIGHT -> step(1);
      case UP -> step(-columns);
      case DOWN -> step(columns);
      case PAGE_UP -> step(-page);
      case PAGE_DOWN -> step(page);
      case HOME -> step(-strip().count());
      case END -> step(strip().count());
      case ENTER -> actions.open().run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Beyond the ends the first or last is meant. */
  private void step(int by) {
    InfluenceItem chosen = strips.chosenProperty().get();
    int from = chosen == null || chosen.kind() != kind ? 0 : strip().place(chosen.rank() - 1);
    int to = Math.max(0, Math.min(strip().count() - 1, from + by));
    strip().turnTo(to);
    strips.choose(strip().item(to));
  }

  /** Takes tiles of another size. */
  public void resizeTo(TileSize newSize) {
    size = newSize;
    rows.forEach(row -> row.tiles.forEach(tile -> tile.resizeTo(size)));
    fill();
  }

  /** A row of tiles, reused as the sheet scrolls. */
  private final class Row extends ListCell<Integer> {
    static final double MARGINS = 26;

    private final List<InfluenceTile> tiles = new ArrayList<>();
    private final Tiles box = new Tiles();
    private @Nullable InfluenceKind madeFor;

    Row() {
      getStyleClass().add("tile-line");
      setPrefWidth(0);
      rows.add(this);
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
      super.updateItem(row, empty);
      rest.playFromStart();
      if (empty || row == null || kind == null) {
        setGraphic(null);
        return;
      }
      List<Integer> ranks = ranks();
      if (madeFor != kind) {
        tiles.clear();
        madeFor = kind;
      }
      while (tiles.size() < ranks.size()) {
        tiles.add(newTile());
      }
      box.show(tiles.subList(0, ranks.size()));
      for (int i = 0; i < ranks.size(); i++) {
        tiles.get(i).show(strip().item(ranks.get(i)));
      }
      setGraphic(box);
    }

    private InfluenceTile newTile() {
      InfluenceTile tile = new InfluenceTile(strips, requireNonNull(kind), pictures);
      tile.resizeTo(size);
      tile.setOnMousePressed(event -> tile.pressed(event, actions.open()));
      actions.menuOn(tile);
      return tile;
    }

    /** The ranks in this row, from 0; none while it is spare. */
    List<Integer> ranks() {
      if (isEmpty() || getItem() == null || kind == null || !isVisible()) {
        return List.of();
      }
      int first = getItem() * columns;
      return IntStream.range(first, Math.min(strip().count(), first + columns)).boxed().toList();
    }

    void refresh() {
      tiles.subList(0, Math.min(tiles.size(), ranks().size())).forEach(InfluenceTile::refresh);
    }
  }

  /** The place of a row's tiles. */
  private final class Tiles extends Region {
    void show(List<InfluenceTile> tiles) {
      getChildren().setAll(tiles);
    }

    @Override
    protected void layoutChildren() {
      TileGrid.layoutRow(getChildren(), columns, getWidth(), InfluenceTile.height(size));
    }

    @Override
    protected double computePrefHeight(double width) {
      return InfluenceTile.height(size);
    }

    @Override
    protected double computePrefWidth(double height) {
      return list.getWidth() - Row.MARGINS;
    }
  }
}
