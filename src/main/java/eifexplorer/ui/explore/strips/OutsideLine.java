package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that the strips leave the chosen pair out, and offers what does not; not there otherwise. */
final class OutsideLine extends HBox {
  private final InfluenceViewModel model;
  private final Label text = label("", "stale-line");
  private final Tip tip = Tips.on(text, "");
  private final Button offer = button("", this::explain, "link-button");

  OutsideLine(InfluenceViewModel model) {
    super(12);
    this.model = model;
    setId("outside-pair");
    setAlignment(Pos.CENTER_LEFT);
    text.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    text.setMinWidth(0);
    getChildren().addAll(text, offer);
    model.outsideProperty().addListener((value, old, now) -> show(now));
    show(model.outsideProperty().get());
  }

  private void explain() {
    OutsidePair outside = model.outsideProperty().get();
    if (outside != null) {
      model.scopeProperty().set(outside.instead());
    }
  }

  private void show(@Nullable OutsidePair outside) {
    setVisible(outside != null);
    setManaged(outside != null);
    offer.setVisible(outside != null);
    text.setText(outside == null ? "" : outside.text());
    tip.setText(text.getText());
    offer.setText(outside == null ? "" : outside.offer());
  }
}
