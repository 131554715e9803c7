package eifexplorer.ui.explore.totals;

import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The finding beside the pairs: who harms most of them. A press opens the culprits, or closes them. */
public final class CulpritsLine extends Button {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private final CulpritsViewModel model;
  private final Label offer = label("", "small", "muted");

  /** A line that follows the survey. */
  public CulpritsLine(CulpritsViewModel model) {
    this.model = model;
    setId("open-culprits");
    getStyleClass().add("culprits-line");
    offer.setMinWidth(0);
    HBox head = new HBox(6, label(Texts.of("Culprits"), "culprits-line-title"), spacer(), key("H"));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(1, head, offer);
    lines.prefWidthProperty().bind(widthProperty().subtract(20));
    setGraphic(lines);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(event -> model.toggle());
    Tips.on(
        this,
        Texts.of(
            "The classes and training images that harm most pairs, and the pairs the worst class"
                + " harms"));
    model.totalsProperty().addListener((value, old, now) -> show());
    model.survey().surveyProperty().addListener((value, old, now) -> show());
    model.openProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    pseudoClassStateChanged(OPEN, model.openProperty().get());
    offer.setText(model.offer());
    setAccessibleText(Texts.of("Culprits. {0}", offer.getText()));
  }
}
