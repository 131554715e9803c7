package eifexplorer.ui.shell;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Texts;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Covers the window while files are dragged over it, and says what dropping them would do. */
final class DropOverlay extends StackPane {
  DropOverlay(DropViewModel model) {
    getStyleClass().add("drop-overlay");
    setMouseTransparent(true);
    EmptyState words = new EmptyState(Feather.DOWNLOAD, "", "");
    words.getStyleClass().add("drop-words");
    getChildren().add(words);
    visibleProperty().bind(model.invitationProperty().isNotEmpty());
    model
        .invitationProperty()
        .addListener(
            (value, old, now) ->
                words.say(
                    now,
                    Texts.of(
                        "Workspaces, folders of images, models (.pth, .safetensors) and embedding"
                            + " bundles (.npz)")));
  }
}
