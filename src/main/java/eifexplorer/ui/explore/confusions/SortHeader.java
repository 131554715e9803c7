package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of a column: sorts by it, and shows the direction. */
final class SortHeader<R extends ConfusionRow> extends Button {
  private final RowListViewModel<R> model;
  private final RowOrder<R> order;
  private final FontIcon arrow = new FontIcon();
  private final Tip tip = Tips.on(this, "");

  SortHeader(RowListViewModel<R> model, RowOrder<R> order) {
    super(order.title());
    this.model = model;
    this.order = order;
    getStyleClass().add("sort-head");
    setContentDisplay(ContentDisplay.RIGHT);
    setMinWidth(Region.USE_PREF_SIZE);
    setOnAction(event -> model.sortBy(order));
    model.sortingProperty().addListener((value, old, now) -> refresh());
    refresh();
  }

  private void refresh() {
    Sorting<R> now = model.sortingProperty().get();
    boolean mine = now.by() == order;
    arrow.setIconCode(now.descending() ? Feather.ARROW_DOWN : Feather.ARROW_UP);
    setGraphic(mine ? arrow : null);
    String name = Texts.of("Sort by {0}", order.name());
    String state =
        mine ? (now.descending() ? Texts.of(", now descending") : Texts.of(", now ascending")) : "";
    setAccessibleText(name + state);
    tip.setText(name + state);
  }
}
