package eifexplorer.ui.train;

import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks for a CSV file to write. */
final class CsvChooser {
  private CsvChooser() {}

  static Optional<Path> choose(Node from, String name) {
    return FileDialogs.of(from)
        .newFile(
            from.getScene().getWindow(),
            Purpose.EXPORT,
            Texts.of("Export as CSV"),
            name,
            new ExtensionFilter(Texts.of("Table"), "*.csv"));
  }
}
