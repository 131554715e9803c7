package eifexplorer.ui.shell;

import eifexplorer.training.LossSpec;
import eifexplorer.ui.workspace.LossNames;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that can be opened. */
final class OpenMenu extends MenuButton {
  private final ExplorerWindowViewModel model;
  private final Menu recent = new Menu("Recent workspaces");

  OpenMenu(ExplorerWindowViewModel model, OpenActions actions) {
    super("Open", new FontIcon(Feather.FOLDER));
    this.model = model;
    setId("open-menu");
    getStyleClass().add("chip-button");
    setAccessibleText("Open a workspace, data set or bundle");
    Menu bundle = new Menu("Embedding bundle (.npz)");
    for (LossSpec loss : List.of(LossSpec.PROXY_NCA, LossSpec.SOFT_TRIPLE)) {
      bundle
          .getItems()
          .add(item("Trained with " + LossNames.of(loss) + "…", "", () -> actions.bundle(loss)));
    }
    getItems()
        .addAll(
            item("Workspace folder…", "Shortcut+O", actions::workspace),
            item("Data set…", "Shortcut+N", actions::dataSet),
            bundle,
            item("The demo", "", model::openDemo),
            new SeparatorMenuItem(),
            recent);
    setOnShowing(event -> fillRecent());
    fillRecent();
  }

  private static MenuItem item(String text, String keys, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    return item;
  }

  private void fillRecent() {
    List<Path> folders = model.recent();
    recent.setDisable(folders.isEmpty());
    recent
        .getItems()
        .setAll(
            folders.stream()
                .map(folder -> item(folder.toString(), "", () -> model.openWorkspace(folder)))
                .toList());
    recent.getItems().forEach(item -> item.setMnemonicParsing(false));
  }
}
