package eifexplorer.ui.shell;

import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Request;
import java.util.Optional;
import javafx.stage.Window;

/** What asks for a file before it can open it. */
final class OpenActions {
  private final ExplorerWindowViewModel model;
  private final FileDialogs dialogs;
  private final Window owner;

  OpenActions(ExplorerWindowViewModel model, FileDialogs dialogs, Window owner) {
    this.model = model;
    this.dialogs = dialogs;
    this.owner = owner;
  }

  /** Asks for a workspace's folder. */
  void workspace() {
    dialogs
        .folder(owner, Purpose.WORKSPACE, Texts.of("Open a workspace folder"), "")
        .ifPresent(model::openWorkspace);
  }

  /** Shows the form that opens anything. */
  void anything() {
    model.ask(new Request.Open(Optional.empty()));
  }

  /** Shows the form for a new workspace. */
  void dataSet() {
    model.ask(new Request.NewDataSet(Optional.empty()));
  }
}
