package eifexplorer.ui.shell;

import eifexplorer.ui.kit.ChipMenu;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The chip of the workspace: everything that can be opened. */
final class WorkspaceChip extends ChipMenu {
  private final ExplorerWindowViewModel model;
  private final OpenActions actions;

  WorkspaceChip(ExplorerWindowViewModel model, OpenActions actions) {
    super(Texts.of("Workspace"), Feather.LAYERS, "open-menu", true);
    this.model = model;
    this.actions = actions;
    getStyleClass().add("chip-strong");
    model.sessionProperty().addListener((value, old, now) -> showName());
    model.untrainedProperty().addListener((value, old, now) -> showName());
    setOnShowing(event -> fill());
    fill();
    showName();
  }

  private void showName() {
    String name = model.openName();
    say(name.isEmpty() ? Texts.of("Open") : name);
  }

  private void fill() {
    getItems()
        .setAll(
            withKey(Texts.of("Open…"), WindowCommand.OPEN, actions::anything),
            withKey(
                Texts.of("Workspace folder…"), WindowCommand.OPEN_WORKSPACE, actions::workspace),
            withKey(Texts.of("Data set…"), WindowCommand.NEW_DATA_SET, actions::dataSet),
            item(Texts.of("The demo"), model::openDemo));
    List<Path> folders = model.recent();
    if (!folders.isEmpty()) {
      getItems().addAll(new SeparatorMenuItem(), heading(Texts.of("Recent")));
    }
    for (Path folder : folders) {
      String name = String.valueOf(folder.getFileName());
      getItems()
          .add(item(name, folder.toString(), Feather.FOLDER, () -> model.openWorkspace(folder)));
    }
  }

  private MenuItem withKey(String text, KeyCommand command, Runnable action) {
    MenuItem item = item(text, action);
    item.setAccelerator(model.keys().mapProperty().get().key(command));
    return item;
  }
}
