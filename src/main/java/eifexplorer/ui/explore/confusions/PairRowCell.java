package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.PictureLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A row of cards, reused as the list scrolls. */
final class PairRowCell extends ListCell<List<PairItem>> {
  private final PairListViewModel model;
  private final PictureLoader pictures;
  private final ConfusionMenus menus;
  private final IntSupplier columns;
  private final BiConsumer<PairItem, MouseEvent> pressed;
  private final HBox row = new HBox(4);
  private final List<PairCard> cards = new ArrayList<>();

  /** Held by the cell alone, so that a cell nobody uses any more is not told. */
  private final InvalidationListener signs = value -> signsChanged();

  private final InvalidationListener selection = value -> cards.forEach(PairCard::showSelection);

  /**
   * An empty row.
   *
   * @param menus what can be done with a pair
   * @param columns how many cards stand side by side now
   * @param pressed is told of the card that the mouse is pressed on
   */
  PairRowCell(
      PairListViewModel model,
      PictureLoader pictures,
      ConfusionMenus menus,
      IntSupplier columns,
      BiConsumer<PairItem, MouseEvent> pressed) {
    this.model = model;
    this.pictures = pictures;
    this.menus = menus;
    this.columns = columns;
    this.pressed = pressed;
    getStyleClass().add("pair-cell");
    setPrefWidth(0);
    model.known().changesProperty().addListener(new WeakInvalidationListener(signs));
    model.selectedProperty().addListener(new WeakInvalidationListener(selection));
    model.picks().picked().addListener(new WeakInvalidationListener(selection));
  }

  /** Makes as many cards as stand side by side. */
  private void makeCards() {
    if (cards.size() == columns.getAsInt()) {
      return;
    }
    while (cards.size() > columns.getAsInt()) {
      cards.remove(cards.size() - 1).show(null);
    }
    while (cards.size() < columns.getAsInt()) {
      PairCard card = new PairCard(model, pictures);
      card.setPrefWidth(0);
      card.setOnMousePressed(event -> pressed(card, event));
      card.hoverProperty()
          .addListener(
              (value, old, now) -> model.pointedAtProperty().set(now ? card.item() : null));
      CommandMenu.on(card, () -> menu(card));
      HBox.setHgrow(card, Priority.ALWAYS);
      cards.add(card);
    }
    row.getChildren().setAll(cards);
  }

  private void pressed(PairCard card, MouseEvent event) {
    PairItem item = card.item();
    if (item != null) {
      pressed.accept(item, event);
    }
  }

  private List<List<CommandMenu.Entry>> menu(PairCard card) {
    PairItem item = card.item();
    return item == null ? List.of() : menus.pair(item);
  }

  @Override
  protected void updateItem(List<PairItem> items, boolean empty) {
    super.updateItem(items, empty);
    boolean none = empty || items == null;
    makeCards();
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).show(none || i >= items.size() ? null : items.get(i));
    }
    setGraphic(none ? null : row);
    speak();
  }

  private void signsChanged() {
    cards.forEach(PairCard::showSigns);
    speak();
  }

  private void speak() {
    setAccessibleText(
        getItem() == null
            ? null
            : getItem().stream()
                .map(item -> PairCard.spoken(item, model.known()))
                .collect(Collectors.joining("; ")));
  }
}
