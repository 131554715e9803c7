package eifexplorer.ui.train;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks for a CSV file to write. */
final class CsvChooser {
  private CsvChooser() {}

  static Optional<Path> choose(Node from, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export as CSV");
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new ExtensionFilter("Table", "*.csv"));
    return Optional.ofNullable(chooser.showSaveDialog(from.getScene().getWindow()))
        .map(File::toPath);
  }
}
