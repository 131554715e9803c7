package eifexplorer.workspace;

import eifexplorer.problem.PlainText;

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

  /** An absent model becomes the empty text; nothing is in a name that is not seen. */
  public WorkspaceManifest {
    name = name == null ? null : PlainText.of(name);
    currentModel = currentModel == null ? "" : currentModel;
  }
}
