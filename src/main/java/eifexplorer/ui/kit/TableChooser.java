package eifexplorer.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
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
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export");
    chooser.setInitialFileName(name + ".csv");
    chooser
        .getExtensionFilters()
        .addAll(new ExtensionFilter("CSV table", "*.csv"), new ExtensionFilter("JSON", "*.json"));
    File file = chooser.showSaveDialog(from.getScene().getWindow());
    boolean json = chooser.getSelectedExtensionFilter() == chooser.getExtensionFilters().get(1);
    return Optional.ofNullable(file).map(chosen -> withEnding(chosen.toPath(), json));
  }

  private static Path withEnding(Path file, boolean json) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".json")
        ? file
        : file.resolveSibling(name + (json ? ".json" : ".csv"));
  }
}
