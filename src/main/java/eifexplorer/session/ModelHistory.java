package eifexplorer.session;

import eifexplorer.model.ModelStore;
import eifexplorer.run.RunFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Where the epochs of the run that trained a session's model are kept. */
public final class ModelHistory {
  private ModelHistory() {}

  /** The folder, which need not exist; empty for a model that is no workspace's. */
  public static Optional<Path> of(ExplorerSession session) {
    return session
        .workspace()
        .flatMap(
            workspace ->
                new ModelStore(workspace)
                    .ofHead(session.bundle().head())
                    .map(card -> RunFiles.headHistory(workspace.runFolder(card.id()))));
  }
}
