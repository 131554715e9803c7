package eifexplorer.ui.present;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.export.Finding;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/** A finding over the whole window: heading, what was found in large type, the photographs, and the keys in a small line. */
public final class PresentationView extends VBox {
  private final PresentationViewModel model;
  private final Label heading = label("", "present-heading");
  private final Label sentence = wrapped("present-sentence");
  private final Label place = label("", "present-place");
  private final VBox details = new VBox(4);
  private final FindingPane photographs;
  private final Label facts = label("", "present-foot");

  /** A view that is shown while the presentation is open. */
  public PresentationView(PresentationViewModel model, PictureLoader pictures) {
    super(10);
    this.model = model;
    setId("presentation");
    getStyleClass().add("presentation");
    photographs = new FindingPane(pictures, model::picture);
    VBox.setVgrow(photographs, Priority.ALWAYS);
    place.setId("presentation-place");
    place.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(16, heading, spacer(), place);
    head.setAlignment(Pos.BASELINE_LEFT);
    VBox words = new VBox(6, sentence, details);
    VBox.setVgrow(words, Priority.NEVER);
    getChildren().addAll(head, words, photographs, foot());
    setFocusTraversable(true);
    setVisible(false);
    model.openProperty().addListener((value, old, now) -> opened(now));
    model.shownProperty().addListener((value, old, now) -> show(now));
    model.placeProperty().addListener((value, old, now) -> count());
    show(model.shownProperty().get());
  }

  private HBox foot() {
    HBox foot =
        new HBox(
            8,
            facts,
            spacer(),
            key("←"),
            key("→"),
            label(Texts.of("step"), "present-foot"),
            key("Esc"),
            label(Texts.of("leave"), "present-foot"),
            button(Texts.of("Export …"), this::export, "small-button"));
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private static Label wrapped(String styleClass) {
    Label label = label("", styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void opened(boolean now) {
    setVisible(now);
    facts.setText(model.facts());
    if (now) {
      count();
      requestFocus();
    }
  }

  private void show(@Nullable Finding finding) {
    if (finding != null) {
      heading.setText(finding.heading());
      sentence.setText(finding.sentence());
      photographs.show(finding);
    }
    details.getChildren().clear();
    if (finding != null) {
      for (String detail : finding.details()) {
        Label line = wrapped("present-line");
        line.setText(detail);
        details.getChildren().add(line);
      }
    }
    photographs.setVisible(finding != null);
    count();
  }

  /** Where there is no finding yet, it stands in the finding's place. */
  private void count() {
    boolean there = model.shownProperty().get() != null;
    place.setText(there ? model.placeProperty().get() : "");
    if (!there) {
      heading.setText(model.title());
      sentence.setText(model.placeProperty().get());
    }
  }

  /** Does what a key means while the presentation is open; false if it is closed. It takes every key but those of the system. */
  public boolean press(KeyEvent event) {
    if (!model.openProperty().get()) {
      return false;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE || code == KeyCode.F11) {
      model.leave();
    } else if (code == KeyCode.RIGHT || code == KeyCode.SPACE || code == KeyCode.PAGE_DOWN) {
      model.step(1);
    } else if (code == KeyCode.LEFT || code == KeyCode.BACK_SPACE || code == KeyCode.PAGE_UP) {
      model.step(-1);
    } else if (code == KeyCode.HOME || code == KeyCode.END) {
      model.step(code == KeyCode.HOME ? Integer.MIN_VALUE / 2 : Integer.MAX_VALUE / 2);
    } else if (code == KeyCode.E) {
      export();
    }
    return true;
  }

  private void export() {
    FileDialogs.of(this)
        .newFile(
            getScene().getWindow(),
            FileDialogs.Purpose.EXPORT,
            Texts.of("Write the presentation as one page"),
            model.title().replaceAll("[^\\p{L}\\p{N}_-]+", "-") + ".html",
            new ExtensionFilter("HTML", "*.html"))
        .ifPresent(model::export);
  }
}
