package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything the scores on the screen were made from. */
final class ProvenanceSheet extends VBox {
  private static final double WIDEST = 340;

  private final GridPane facts = new GridPane();
  private final Button copy;
  private String text = "";

  ProvenanceSheet() {
    super(12);
    setId("provenance");
    facts.getStyleClass().add("parameter-grid");
    copy = button(Texts.of("Copy"), () -> Controls.copy(text));
    copy.setGraphic(new FontIcon(Feather.COPY));
    copy.setAccessibleText(Texts.of("Copy what the scores were made from"));
    getChildren()
        .addAll(label(Texts.of("What these scores were made from"), "section-head"), facts, copy);
  }

  /** Shows another provenance. */
  void show(ScoreProvenance provenance) {
    text = provenance.text();
    facts.getChildren().clear();
    int row = 0;
    for (ScoreProvenance.Fact fact : provenance.facts()) {
      Label name = label(fact.name(), "secondary");
      name.setMinWidth(USE_PREF_SIZE);
      Label value = label(fact.value(), "fact-value");
      value.setWrapText(true);
      value.setMaxWidth(WIDEST);
      value.setMinHeight(USE_PREF_SIZE);
      facts.addRow(row++, name, value);
    }
  }

  /** Gives the keyboard to the button. */
  @Override
  public void requestFocus() {
    copy.requestFocus();
  }
}
