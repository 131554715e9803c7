package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The parts of the filter as small chips; pressing one takes it away. */
final class FilterChips extends FlowPane {
  /** Beside a class name in a chip as wide as the column: padding, arrow, cross. */
  private static final double BESIDE_NAME = 58;

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
    HBox words = new HBox(4);
    words.setAlignment(Pos.CENTER_LEFT);
    if (!part.before().isEmpty()) {
      words.getChildren().add(label(part.before()));
    }
    if (!part.className().isEmpty()) {
      NameLabel name = new NameLabel();
      name.maxWidthProperty().bind(widthProperty().subtract(BESIDE_NAME));
      name.setName(part.className());
      words.getChildren().add(name);
    }
    if (!part.after().isEmpty()) {
      words.getChildren().add(label(part.after()));
    }
    words.getChildren().add(new FontIcon(Feather.X));
    Button chip = new Button("", words);
    chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    chip.getStyleClass().add("filter-chip");
    chip.setMinWidth(0);
    chip.maxWidthProperty().bind(widthProperty());
    chip.setAccessibleText(Texts.of("Take away the filter {0}", part.text()));
    Tips.on(chip, part.text());
    chip.setOnAction(event -> model.restrictionProperty().set(part.without()));
    return chip;
  }
}
