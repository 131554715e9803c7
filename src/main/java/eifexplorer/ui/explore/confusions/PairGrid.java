package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The cards of the pairs in as many columns as there is room for; only those in sight exist. The arrows, Home, End and the
 * page keys choose.
 */
final class PairGrid extends StackPane {
  private static final double NARROWEST_CARD = 220;
  private static final double GAP = 4;

  /** Padding of a row and the scroll bar. */
  private static final double BESIDE = 24;

  private static final double BETWEEN_ROWS = 4;

  private final PairListViewModel model;
  private final ObservableList<List<PairItem>> rows = FXCollections.observableArrayList();
  private final ListView<List<PairItem>> list = new ListView<>(rows);
  private final PauseTransition patience = new PauseTransition(Duration.seconds(2));
  private List<Object> listed = List.of();
  private int columns = 1;

  PairGrid(
      PairListViewModel model, PictureLoader pictures, ConfusionMenus menus, Node placeholder) {
    this.model = model;
    list.setId("pairs");
    list.setFixedCellSize(PairCard.heightFor(NARROWEST_CARD, List.of()) + BETWEEN_ROWS);
    list.setCellFactory(
        view -> new PairRowCell(model, pictures, menus, () -> columns, this::pressed));
    list.setPlaceholder(placeholder);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().add(list);
    list.widthProperty().addListener((value, old, now) -> sized());
    model.visible().addListener((ListChangeListener<PairItem>) change -> listChanged());
    model.selectedProperty().addListener((value, old, now) -> selectionChanged());
    model.known().changesProperty().addListener((value, old, now) -> speak());
    patience.setOnFinished(event -> model.catchUp());
    model.orderBehindProperty().addListener((value, old, behind) -> wait(behind));
    listChanged();
    speak();
  }

  /** With Ctrl a pair is picked or dropped, with Shift all up to it are picked. */
  private void pressed(PairItem item, MouseEvent event) {
    list.requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.isShortcutDown()) {
      model.picks().toggle(item);
    } else if (event.isShiftDown()) {
      model.picks().pickTo(item);
    } else {
      model.picks().clear();
      model.select(item);
    }
  }

  /** The card of the chosen pair, or the list if that is not in sight. */
  Node chosenCard() {
    return list.lookupAll(".pair-card").stream()
        .filter(node -> node instanceof PairCard card && card.isChosen())
        .findFirst()
        .orElse(list);
  }

  private void wait(boolean behind) {
    if (behind) {
      patience.playFromStart();
    } else {
      patience.stop();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      model.picks().pickAll();
      event.consume();
    }
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    int page = Math.max(1, (int) (list.getHeight() / list.getFixedCellSize())) * columns;
    switch (event.getCode()) {
      case UP -> model.step(-columns);
      case DOWN -> model.step(columns);
      case PAGE_UP -> model.step(-page);
      case PAGE_DOWN -> model.step(page);
      case HOME -> model.selectAt(0);
      case END -> model.selectAt(model.visible().size() - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void sized() {
    double room = list.getWidth() - BESIDE;
    int fitting = (int) Math.max(1, Math.floor((room + GAP) / (NARROWEST_CARD + GAP)));
    double card = Math.floor((room - (fitting - 1) * GAP) / fitting);
    double height = PairCard.heightFor(card, model.index().classNames()) + BETWEEN_ROWS;
    boolean other = fitting != columns;
    columns = fitting;
    if (height != list.getFixedCellSize()) {
      list.setFixedCellSize(height);
    }
    if (other) {
      listed = List.of();
      listChanged();
    }
  }

  /** Where the same is asked for, only the survey or a mark has moved something: what is in sight stays where it is. */
  private void listChanged() {
    List<Object> wanted =
        List.of(
            model.index(),
            model.orderProperty().get(),
            model.filterProperty().get(),
            model.restrictionProperty().get());
    rows.setAll(split());
    if (!wanted.equals(listed)) {
      boolean otherSession = listed.isEmpty() || listed.get(0) != model.index();
      listed = wanted;
      if (otherSession) {
        sized();
      }
      list.scrollTo(Math.max(0, model.listed().indexOf(model.selectedProperty().get())) / columns);
    }
  }

  private List<List<PairItem>> split() {
    List<PairItem> all = List.copyOf(model.visible());
    List<List<PairItem>> split = new ArrayList<>();
    for (int i = 0; i < all.size(); i += columns) {
      split.add(all.subList(i, Math.min(all.size(), i + columns)));
    }
    return split;
  }

  private void selectionChanged() {
    speak();
    if (model.positionProperty().get() >= 0) {
      bringIntoSight(model.positionProperty().get() / columns);
    }
  }

  private void speak() {
    PairItem chosen = model.selectedProperty().get();
    list.setAccessibleText(
        Texts.of(
            "Confused pairs{0}",
            chosen == null ? "" : ": " + PairCard.spoken(chosen, model.known())));
  }

  private void bringIntoSight(int row) {
    if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null) {
      list.scrollTo(row);
      return;
    }
    int first = flow.getFirstVisibleCell().getIndex();
    int last = flow.getLastVisibleCell().getIndex();
    if (row <= first) {
      list.scrollTo(row);
    } else if (row >= last) {
      // The last row in sight may be cut, so one more is left below.
      list.scrollTo(row - (last - first) + 2);
    }
  }

  /** Gives the cards the keyboard. */
  void focus() {
    list.requestFocus();
  }
}
