package eifexplorer.ui.shell;

import eifexplorer.training.LossSpec;
import eifexplorer.ui.screen.Request;
import java.io.File;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** What asks for a file before it can open it. */
final class OpenActions {
  private final ExplorerWindowViewModel model;
  private final Window owner;

  OpenActions(ExplorerWindowViewModel model, Window owner) {
    this.model = model;
    this.owner = owner;
  }

  /** Asks for a workspace's folder. */
  void workspace() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a workspace folder");
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      model.openWorkspace(chosen.toPath());
    }
  }

  /** Asks for an embedding bundle. */
  void bundle(LossSpec loss) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open an embedding bundle");
    chooser.getExtensionFilters().add(new ExtensionFilter("Embedding bundle", "*.npz"));
    File chosen = chooser.showOpenDialog(owner);
    if (chosen != null) {
      model.openBundle(chosen.toPath(), loss);
    }
  }

  /** Shows the form for a new workspace. */
  void dataSet() {
    model.ask(new Request.NewDataSet(Optional.empty()));
  }
}
