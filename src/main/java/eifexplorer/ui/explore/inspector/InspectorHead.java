package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.PairZoom;
import eifexplorer.ui.photo.ZoomCommand;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which pair it is, how large it is seen, whether it was looked at. */
final class InspectorHead extends HBox {
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

  private final PairListViewModel pairs;
  private final Label position = label("", "h1");
  private final Label total = label("", "secondary");
  private final Button previous;
  private final Button next;

  InspectorHead(InspectorViewModel model, PairListViewModel pairs) {
    super(8);
    this.pairs = pairs;
    getStyleClass().add("inspector-head");
    setAlignment(Pos.CENTER_LEFT);
    previous = iconButton(Feather.CHEVRON_LEFT, "Previous pair (←)", pairs::previous);
    next = iconButton(Feather.CHEVRON_RIGHT, "Next pair (→)", pairs::next);
    next.setId("next-pair");
    position.setId("pair-position");
    position.setMinWidth(USE_PREF_SIZE);
    total.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            previous,
            position,
            total,
            next,
            spacer(),
            mode(model.zoom()),
            zoomChip(model.zoom()),
            actual(model.zoom()),
            exemplars(model),
            reviewed(model));
    for (ObservableValue<?> changing :
        new ObservableValue<?>[] {
          pairs.selectedProperty(), pairs.positionProperty(), pairs.countTextProperty()
        }) {
      changing.addListener((value, old, now) -> showPosition());
    }
    showPosition();
  }

  private static Label mode(PairZoom zoom) {
    Label mode = label("", "secondary", "zoom-mode");
    mode.setId("zoom-mode");
    mode.setGraphic(new FontIcon(Feather.LINK_2));
    mode.setMinWidth(0);
    mode.textProperty().bind(zoom.modeProperty());
    zoom.aloneProperty().addListener((value, old, now) -> mode.pseudoClassStateChanged(ALONE, now));
    return mode;
  }

  private static Label zoomChip(PairZoom zoom) {
    Label chip = label("", "chip", "zoom-chip");
    chip.setId("zoom");
    chip.setMinWidth(USE_PREF_SIZE);
    chip.textProperty().bind(zoom.textProperty());
    return chip;
  }

  private static ToggleButton actual(PairZoom zoom) {
    ToggleButton actual = new ToggleButton("100 %", new CommandCaps(ZoomCommand.ACTUAL_SIZE));
    actual.getStyleClass().add("key-toggle");
    actual.setAccessibleText("Show both photographs at 100 per cent");
    actual.setMinWidth(USE_PREF_SIZE);
    actual.setOnAction(event -> zoom.toggleActual());
    zoom.textProperty().addListener((value, old, now) -> actual.setSelected(zoom.isActual()));
    return actual;
  }

  private static ToggleButton exemplars(InspectorViewModel model) {
    ToggleButton exemplars =
        new ToggleButton("Typical", new CommandCaps(PhotographCommand.EXEMPLARS));
    exemplars.setId("exemplars");
    exemplars.getStyleClass().add("key-toggle");
    exemplars.setAccessibleText("Show typical images of both classes");
    exemplars.setMinWidth(USE_PREF_SIZE);
    exemplars.selectedProperty().bindBidirectional(model.exemplars().openProperty());
    return exemplars;
  }

  private static ToggleButton reviewed(InspectorViewModel model) {
    ToggleButton reviewed = new ToggleButton();
    reviewed.setId("reviewed");
    reviewed.getStyleClass().add("reviewed-toggle");
    reviewed.setGraphic(
        new HBox(
            8, new FontIcon(Feather.CHECK), label(""), new CommandCaps(PairCommand.MARK_REVIEWED)));
    ((HBox) reviewed.getGraphic()).setAlignment(Pos.CENTER);
    Label text = (Label) ((HBox) reviewed.getGraphic()).getChildren().get(1);
    reviewed.setMinWidth(USE_PREF_SIZE);
    reviewed.setOnAction(event -> model.toggleReviewed());
    Runnable show =
        () -> {
          boolean done = model.reviewedProperty().get();
          reviewed.setSelected(done);
          text.setText(done ? "Reviewed" : "Mark reviewed");
          reviewed.setAccessibleText(
              done ? "Reviewed; press to take it back" : "Mark the pair as reviewed");
        };
    model.reviewedProperty().addListener((value, old, now) -> show.run());
    show.run();
    return reviewed;
  }

  private void showPosition() {
    int at = pairs.positionProperty().get();
    int listed = pairs.visible().size();
    position.setText(at < 0 ? "Pair not listed" : "Pair " + Texts.count(at + 1));
    total.setText(at < 0 ? "" : "of " + Texts.count(listed));
    previous.setDisable(at <= 0);
    next.setDisable(at + 1 >= listed);
  }
}
