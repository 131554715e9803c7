package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The parts of the filter as small chips; pressing one takes it away. */
final class FilterChips extends FlowPane {
  private final PairListViewModel model;

  FilterChips(PairListViewModel model) {
    super(4, 4);
    this.model = model;
    setMinWidth(0);
    setPrefWidth(0);
    managedProperty().bind(visibleProperty());
    model.restrictionProperty().addListener((value, old, now) -> refresh());
    refresh();
  }

  private void refresh() {
    getChildren().setAll(model.chips().stream().map(this::chip).toList());
    setVisible(!getChildren().isEmpty());
  }

  private Button chip(FilterChip part) {
    Button chip = new Button(part.text(), new FontIcon(Feather.X));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().add("filter-chip");
    chip.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    chip.setMinWidth(0);
    chip.maxWidthProperty().bind(widthProperty());
    chip.setAccessibleText("Take away the filter " + part.text());
    Tips.on(chip, part.text());
    chip.setOnAction(event -> model.restrictionProperty().set(part.without()));
    return chip;
  }
}
