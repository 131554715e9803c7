package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Texts;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What the annotator remarks about the image; Enter keeps it, an empty text takes it away. */
final class NoteSheet extends VBox {
  private static final double WIDTH = 420;

  private final QueueViewModel queue;
  private final Flyout flyout;
  private final TextField field = new TextField();
  private OptionalInt about = OptionalInt.empty();

  NoteSheet(ReviewViewModel model, Flyout flyout) {
    super(8);
    this.queue = model.queue();
    this.flyout = flyout;
    setPrefWidth(WIDTH);
    field.setId("review-note");
    field.setPromptText(Texts.of("Such as: two birds, the one behind is the class"));
    field.setAccessibleText(Texts.of("Note on the image, Enter keeps it"));
    field.setOnAction(event -> keep());
    getChildren()
        .addAll(
            label(Texts.of("Note on the image"), "section-head"),
            field,
            label(Texts.of("Enter keeps it, in the journal and in exports."), "small", "muted"));
  }

  /** Opens at a node, with what was remarked before. */
  void open(Node anchor) {
    about = queue.current();
    about.ifPresent(
        image -> {
          field.setText(queue.note(image));
          flyout.toggle(anchor, this, this::keepWhatWasWritten);
          field.requestFocus();
          field.selectAll();
        });
  }

  private void keep() {
    flyout.close();
    about.ifPresent(image -> queue.decisions().note(image, field.getText()));
  }

  /** A click elsewhere loses nothing that was written. */
  private void keepWhatWasWritten() {
    about.stream()
        .filter(image -> !field.getText().equals(queue.note(image)))
        .forEach(image -> queue.decisions().note(image, field.getText()));
  }
}
