package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import atlantafx.base.controls.CustomTextField;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left column: filter, order, count, and the cards of the pairs, of which only those in sight exist. */
public final class PairListPane extends VBox {
  private static final double CARD_HEIGHT = 117;
  private static final double COMPACT_CARD_HEIGHT = 101;

  private final PairListViewModel model;
  private final CustomTextField filter = new CustomTextField();

  /** The list's own copy: while it is changed the selection jumps about, which must not reach the model. */
  private final ObservableList<PairItem> items = FXCollections.observableArrayList();

  private final ListView<PairItem> list;
  private final EmptyState noMatch;
  private boolean following;

  /** A view of the list. */
  public PairListPane(PairListViewModel model, PictureLoader pictures) {
    super(8);
    this.model = model;
    getStyleClass().add("pair-list");
    list = new ListView<>(items);
    list.setId("pairs");
    list.setAccessibleText("Confused pairs");
    list.setFixedCellSize(CARD_HEIGHT);
    list.setCellFactory(view -> new PairCell(pictures));
    VBox.setVgrow(list, Priority.ALWAYS);
    noMatch = new EmptyState(Feather.FILTER, "", "", button("Clear filters", model::clearFilter));
    list.setPlaceholder(noMatch);
    VBox head = new VBox(8, filterField(), orderBox(), countLine());
    head.getStyleClass().add("pair-list-head");
    getChildren().addAll(head, list);
    connectSelection();
  }

  private CustomTextField filterField() {
    filter.setId("pair-filter");
    filter.setPromptText("Class or file name");
    filter.setAccessibleText("Filter the pairs by class or file name");
    filter.setLeft(new FontIcon(Feather.SEARCH));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.setOnKeyPressed(this::keyInFilter);
    return filter;
  }

  private void keyInFilter(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, ENTER, ESCAPE -> focusList();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private ComboBox<PairOrder> orderBox() {
    ComboBox<PairOrder> order =
        new ComboBox<>(FXCollections.observableArrayList(PairOrder.values()));
    order.setAccessibleText("Order of the pairs");
    order.setMaxWidth(Double.MAX_VALUE);
    order.valueProperty().bindBidirectional(model.orderProperty());
    return order;
  }

  private HBox countLine() {
    Label count = label("", "count-line");
    count.setId("pair-count");
    count.textProperty().bind(model.countTextProperty());
    Button clear = button("Clear", model::clearFilter, "link-button");
    clear.setAccessibleText("Clear the filter");
    clear.visibleProperty().bind(model.filterProperty().isNotEmpty());
    HBox line = new HBox(count, spacer(), clear);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(20);
    return line;
  }

  private void connectSelection() {
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((value, old, now) -> selectedInList(now));
    model.selectedProperty().addListener((value, old, now) -> follow());
    model.visible().addListener((ListChangeListener<PairItem>) change -> listChanged());
    listChanged();
  }

  private void selectedInList(PairItem item) {
    if (!following) {
      model.select(item);
    }
  }

  private void listChanged() {
    noMatch.say("None of " + Texts.count(model.total(), "pair", "pairs") + " match", "");
    following = true;
    items.setAll(model.visible());
    follow();
  }

  /** Selects in the list what the model has chosen, without telling the model. */
  private void follow() {
    following = true;
    int at = items.indexOf(model.selectedProperty().get());
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
      bringIntoSight(at);
    }
    following = false;
  }

  private void bringIntoSight(int at) {
    if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null) {
      list.scrollTo(at);
      return;
    }
    int first = flow.getFirstVisibleCell().getIndex();
    int last = flow.getLastVisibleCell().getIndex();
    if (at <= first) {
      list.scrollTo(at);
    } else if (at >= last) {
      // The last card in sight may be cut, so one more is left below.
      list.scrollTo(at - (last - first) + 2);
    }
  }

  /** Puts the caret into the filter. */
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /** Gives the list the keyboard. */
  public void focusList() {
    list.requestFocus();
  }

  /** Chooses between the sizes for a large and a small window. */
  public void compact(boolean compact) {
    list.setFixedCellSize(compact ? COMPACT_CARD_HEIGHT : CARD_HEIGHT);
  }
}
