package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A note on the pairs that are meant: Ctrl Enter or a click elsewhere keeps it, Escape leaves it as it was. */
final class NoteForm extends VBox {
  private static final double WIDTH = 288;
  private static final int ROWS = 4;

  private final PairListViewModel model;
  private final Flyout flyout;
  private final Label title = label("", "section-head");
  private final TextArea text = new TextArea();
  private String before = "";

  /** A form that opens in {@code flyout}. */
  NoteForm(PairListViewModel model, Flyout flyout) {
    super(8);
    this.model = model;
    this.flyout = flyout;
    getStyleClass().add("filter-popover");
    setPrefWidth(WIDTH);
    text.setId("pair-note");
    text.setAccessibleText(Texts.of("Note on the pair"));
    text.setPromptText(Texts.of("What is worth knowing about it"));
    text.setPrefRowCount(ROWS);
    text.setWrapText(true);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren()
        .addAll(
            title,
            text,
            label(Texts.of("Ctrl Enter keeps it, Esc leaves it as it was"), "small", "muted"),
            new HBox(
                8,
                button(Texts.of("Remove"), () -> keep("")),
                spacer(),
                button(Texts.of("Keep"), () -> keep(text.getText()), "accent-button")));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      keep(text.getText());
      event.consume();
    }
  }

  private void keep(String note) {
    model.picks().note(note);
    flyout.close();
  }

  private void keepWhatWasWritten() {
    if (!text.getText().equals(before)) {
      model.picks().note(text.getText());
    }
  }

  /** Opens it at a node with the note there is, if the pairs that are meant have the same one. */
  void open(Node anchor) {
    List<PairItem> meant = model.picks().meant();
    if (meant.isEmpty()) {
      return;
    }
    title.setText(
        meant.size() == 1
            ? Texts.of("Note on this pair")
            : Texts.of("Note on {0} pairs", meant.size()));
    List<String> notes = meant.stream().map(model.known()::note).distinct().toList();
    before = notes.size() == 1 ? notes.get(0) : "";
    text.setText(before);
    flyout.toggle(anchor, this, this::keepWhatWasWritten);
    text.requestFocus();
    text.end();
  }
}
