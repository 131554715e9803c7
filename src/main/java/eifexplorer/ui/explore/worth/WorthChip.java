package eifexplorer.ui.explore.worth;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the estimator: what its scores are worth on this model, and the one that was measured to be better. */
public final class WorthChip extends HBox {
  private static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");

  private final WorthViewModel model;
  private final Flyout flyout;
  private final WorthSheet sheet;
  private final Label words = label("", "wide-only");
  private final Label fewer = label("", "compact-only");
  private final Button chip;
  private final Button better;
  private final Tooltip tip;

  /** A chip; its sheet opens in the flyout. */
  public WorthChip(WorthViewModel model, Flyout flyout) {
    super(8);
    this.model = model;
    this.flyout = flyout;
    setAlignment(Pos.CENTER_LEFT);
    sheet = new WorthSheet(model, flyout::close);
    HBox graphic = new HBox(7, new FontIcon(Feather.TARGET), words, fewer);
    graphic.setAlignment(Pos.CENTER_LEFT);
    chip = button("", this::open, "chip-button", "worth-chip");
    chip.setId("worth-chip");
    chip.setGraphic(graphic);
    chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    better = button("", model::useBetter, "link-button");
    better.setId("better-estimator");
    tip = Tips.on(chip, "");
    Tips.on(better, "Explain with the estimator that predicts retraining further (Shift T)");
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(chip, better);
    model.versionProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    String text = model.text();
    words.setText(text);
    fewer.setText(model.shortText());
    chip.setVisible(!text.isEmpty());
    chip.setManaged(!text.isEmpty());
    chip.setAccessibleText("What the scores are worth: " + text);
    chip.pseudoClassStateChanged(MEASURED, model.state() == WorthViewModel.State.MEASURED);
    tip.setText(model.details());
    better.setText(model.betterText());
    better.setVisible(!better.getText().isEmpty());
    better.setManaged(better.isVisible());
  }

  /** Opens or closes the sheet. */
  private void open() {
    model.plan();
    flyout.toggle(chip, sheet);
  }
}
