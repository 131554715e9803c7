package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The question whether a workspace's program may run, over the window; Escape says no. */
final class ProgramSheet extends VBox {
  private static final double WIDTH = 560;

  private final Button no;

  ProgramSheet(ProgramQuestionViewModel model) {
    super(12);
    getStyleClass().add("sheet");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    Label words = label("");
    words.setWrapText(true);
    words.textProperty().bind(model.questionProperty());
    Button yes = button(Texts.of("Run it"), () -> model.answer(true));
    yes.setId("run-program");
    no = button(Texts.of("Don’t run it"), () -> model.answer(false), "accent-button");
    no.setId("refuse-program");
    HBox answers = new HBox(8, yes, no);
    answers.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(label(Texts.of("Run the program of this workspace?"), "h1"), words, answers);
    setVisible(false);
    model.questionProperty().addListener((value, old, now) -> show(!now.isEmpty()));
  }

  private void show(boolean asked) {
    setVisible(asked);
    if (asked) {
      no.requestFocus();
    } else if (getParent() != null) {
      getParent().requestFocus();
    }
  }
}
