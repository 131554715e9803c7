package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pairs: order, filter, count, cards. */
final class PairsPane extends VBox {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final PairListViewModel model;
  private final PairGrid grid;
  private final EmptyState noMatch;

  /**
   * A view of the pairs.
   *
   * @param menus what can be done with the pairs
   * @param popover opened by a button
   */
  PairsPane(
      PairListViewModel model,
      PictureLoader pictures,
      ConfusionMenus menus,
      FilterPopover popover) {
    super(8);
    this.model = model;
    noMatch =
        new EmptyState(
            Feather.FILTER, "", "", button(Texts.of("Clear filters"), model::clearFilters));
    grid = new PairGrid(model, pictures, menus, noMatch);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox head =
        new VBox(
            8,
            orderLine(popover),
            countLine(menus),
            new FilterChips(model),
            surveyLine(),
            new PicksLine(model, menus));
    head.getStyleClass().add("column-head");
    getChildren().addAll(head, grid);
    model.visible().addListener((ListChangeListener<PairItem>) change -> sayNone());
    sayNone();
  }

  private void sayNone() {
    noMatch.say(Texts.of("None of {0} match", Texts.count(model.total(), "pair", "pairs")), "");
  }

  private HBox orderLine(FilterPopover popover) {
    ComboBox<PairOrder> order =
        new ComboBox<>(FXCollections.observableArrayList(PairOrder.values()));
    order.setId("pair-order");
    order.setAccessibleText(Texts.of("Order of the pairs"));
    order.setMaxWidth(Double.MAX_VALUE);
    order.setPrefWidth(0);
    order.valueProperty().bindBidirectional(model.orderProperty());
    HBox.setHgrow(order, Priority.ALWAYS);
    Button filter = iconButton(Feather.FILTER, Texts.of("Filter the pairs"), () -> {});
    filter.setId("pair-filter-button");
    filter.getStyleClass().add("bordered");
    filter.setOnAction(event -> popover.toggle(filter));
    model
        .restrictionProperty()
        .addListener(
            (value, old, now) ->
                filter.pseudoClassStateChanged(ACTIVE, !now.equals(PairFilter.NONE)));
    return new HBox(8, order, filter);
  }

  private HBox countLine(ConfusionMenus menus) {
    Label count = label("", "count-line");
    count.setId("pair-count");
    count.textProperty().bind(model.countTextProperty());
    Tips.on(count, "").textProperty().bind(model.countTipProperty());
    Button clear = button(Texts.of("Clear"), model::clearFilters, "link-button");
    clear.setAccessibleText(Texts.of("Clear the filters"));
    clear
        .visibleProperty()
        .bind(
            model
                .filterProperty()
                .isNotEmpty()
                .or(model.restrictionProperty().isNotEqualTo(PairFilter.NONE)));
    clear.managedProperty().bind(clear.visibleProperty());
    HBox line =
        new HBox(
            4,
            count,
            spacer(),
            clear,
            ConfusionsPane.exportButton(Texts.of("the pairs"), menus::exportPairs));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(20);
    return line;
  }

  private Label surveyLine() {
    Label survey = label("", "muted", "small");
    survey.textProperty().bind(model.surveyTextProperty());
    survey.visibleProperty().bind(survey.textProperty().isNotEmpty());
    survey.managedProperty().bind(survey.visibleProperty());
    return survey;
  }

  /** Where a form on the chosen pair opens. */
  Node anchor() {
    return grid.chosenCard();
  }

  /** Gives the cards the keyboard. */
  void focus() {
    grid.focus();
  }
}
