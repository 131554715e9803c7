package eifexplorer.workspace;

import eifexplorer.problem.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Content of {@code workspace.json}.
 *
 * @param schemaVersion version of the folder's layout
 * @param name for people
 * @param dataset what it is about
 * @param currentModel id of the model shown first; empty for the newest
 */
public record WorkspaceManifest(
    int schemaVersion, String name, DatasetReference dataset, String currentModel) {
  /** The layout this program writes. */
  public static final int CURRENT_SCHEMA = 1;

  /** The same with a relative root made absolute, where that lies in the workspace itself. */
  WorkspaceManifest withRootIn(Path folder) {
    Path root = Path.of(dataset.root());
    boolean inside =
        !dataset.root().isEmpty() && !root.isAbsolute() && Files.exists(folder.resolve(root));
    return inside ? withRoot(folder.resolve(root).normalize()) : this;
  }

  /** The same with a root in the workspace made relative, so that the folder may be moved or renamed as a whole. */
  WorkspaceManifest withRootRelativeTo(Path folder) {
    boolean inside = Path.of(dataset.root()).startsWith(folder);
    return inside ? withRoot(folder.relativize(Path.of(dataset.root()))) : this;
  }

  private WorkspaceManifest withRoot(Path root) {
    return new WorkspaceManifest(
        schemaVersion, name, dataset.withRoot(root.toString()), currentModel);
  }

  /** An absent model becomes the empty text; nothing is in a name that is not seen. */
  public WorkspaceManifest {
    name = name == null ? null : PlainText.of(name);
    currentModel = currentModel == null ? "" : currentModel;
  }
}
