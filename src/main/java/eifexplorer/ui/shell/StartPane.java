package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What the window shows before anything is open. */
final class StartPane extends StackPane {
  private final ExplorerWindowViewModel model;
  private final EmptyState nothing;
  private final EmptyState opening;

  StartPane(ExplorerWindowViewModel model, OpenActions actions) {
    this.model = model;
    getStyleClass().add("start");
    Button demo = button(Texts.of("Try the demo"), model::openDemo, "accent-button");
    demo.setId("start-demo");
    nothing =
        new EmptyState(
            Feather.INBOX,
            Texts.of("Open a data set, or try the demo"),
            Texts.of(
                "Or drop a workspace, the folder of a data set, a model (.pth) or embeddings with"
                    + " labels (.npz, .pt, .csv) here."),
            button(Texts.of("Open…"), actions::anything),
            button(Texts.of("Data set…"), actions::dataSet),
            button(Texts.of("Workspace…"), actions::workspace),
            demo);
    opening = new EmptyState(Feather.LOADER, "", "");
    getChildren().addAll(nothing, opening);
    model.openingProperty().addListener((value, old, now) -> refresh());
    model.openingWaitsProperty().addListener((value, old, now) -> refresh());
    refresh();
  }

  private void refresh() {
    String title = model.openingProperty().get();
    nothing.setVisible(title.isEmpty());
    opening.setVisible(!title.isEmpty());
    String waits = model.openingWaitsProperty().get();
    opening.say(
        title + " …", waits.isEmpty() ? Texts.of("The status bar says how far it is.") : waits);
  }
}
