package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What would be copied, to be read before it is. */
final class ReportSheet extends VBox {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 520;

  private final Button copy;

  ReportSheet(ReportViewModel model, NoticesViewModel notices) {
    super(12);
    getStyleClass().addAll("sheet", "report-sheet");
    setMaxSize(WIDTH, HEIGHT);
    HBox head =
        new HBox(
            8,
            label(Texts.of("Report a problem"), "h1"),
            spacer(),
            iconButton(Feather.X, Texts.of("Close (Esc)"), () -> model.openProperty().set(false)));
    head.setAlignment(Pos.CENTER_LEFT);
    TextArea text = new TextArea();
    text.setId("report-text");
    text.setEditable(false);
    text.textProperty().bind(model.textProperty());
    VBox.setVgrow(text, Priority.ALWAYS);
    CheckBox paths = new CheckBox(Texts.of("With the names of files and folders"));
    paths.setId("report-paths");
    paths.selectedProperty().bindBidirectional(model.withPathsProperty());
    copy =
        button(
            Texts.of("Copy"),
            () -> {
              Controls.copy(model.textProperty().get());
              notices.info(Texts.of("The report is on the clipboard."));
              model.openProperty().set(false);
            },
            "accent-button");
    copy.setId("report-copy");
    HBox foot = new HBox(8, paths, spacer(), copy);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            head,
            label(
                Texts.of(
                    "Nothing is sent: copy it into your message, and take out what nobody should"
                        + " read."),
                "muted"),
            text,
            foot);
    setVisible(false);
    model.openProperty().addListener((value, old, now) -> show(now));
  }

  private void show(boolean open) {
    setVisible(open);
    if (open) {
      copy.requestFocus();
    } else if (getParent() != null) {
      getParent().requestFocus();
    }
  }
}
