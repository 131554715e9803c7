package eifexplorer.ui.explore.worth;

import eifexplorer.ui.kit.FittingButton;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the estimator: what its scores are worth on this model, and the one that was measured to be better. */
public final class WorthChip extends HBox {
  private static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");

  private final WorthViewModel model;
  private final Flyout flyout;
  private final WorthSheet sheet;
  private final FittingButton chip;
  private final FittingButton better;
  private final Tip tip;
  private final Tip betterTip;

  /** A chip; its sheet opens in the flyout. */
  public WorthChip(WorthViewModel model, Flyout flyout) {
    super(8);
    this.model = model;
    this.flyout = flyout;
    setAlignment(Pos.CENTER_LEFT);
    sheet = new WorthSheet(model, flyout::close);
    chip = new FittingButton(new FontIcon(Feather.TARGET), this::open, "chip-button", "worth-chip");
    chip.setId("worth-chip");
    better = new FittingButton(new FontIcon(Feather.TRENDING_UP), model::useBetter, "link-button");
    better.setId("better-estimator");
    tip = Tips.on(chip, "");
    betterTip = Tips.on(better, "");
    getChildren().addAll(chip, better);
    model.versionProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    String text = model.text();
    chip.setTexts(model.texts());
    shown(chip, !text.isEmpty());
    chip.setAccessibleText(Texts.of("What the scores are worth: {0}", text));
    chip.pseudoClassStateChanged(MEASURED, model.state() == WorthViewModel.State.MEASURED);
    tip.setText(model.details());
    String other = model.betterText();
    better.setTexts(model.betterTexts());
    better.setAccessibleText(other);
    betterTip.setText(
        Texts.of("{0}. Explain with it (Shift T): it predicts retraining further.", other));
    shown(better, !other.isEmpty());
  }

  private static void shown(Button button, boolean visible) {
    button.setVisible(visible);
    button.setManaged(visible);
  }

  /** Opens or closes the sheet. */
  private void open() {
    model.plan();
    flyout.toggle(chip, sheet);
  }
}
