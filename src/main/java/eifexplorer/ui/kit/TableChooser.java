package eifexplorer.ui.kit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks for a file to write a table to. */
public final class TableChooser {
  private TableChooser() {}

  /**
   * Asks for a CSV or JSON file.
   *
   * @param from in the window that asks
   * @param name offered, without ending
   * @return the file with one of the two endings; empty if nothing was chosen
   */
  public static Optional<Path> choose(Node from, String name) {
    return FileDialogs.of(from)
        .newFile(
            from.getScene().getWindow(),
            FileDialogs.Purpose.EXPORT,
            Texts.of("Export"),
            name + ".csv",
            new ExtensionFilter(Texts.of("CSV table"), "*.csv"),
            new ExtensionFilter("JSON", "*.json"));
  }
}
