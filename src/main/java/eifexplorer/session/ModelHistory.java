package eifexplorer.session;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.model.ModelStore;
import eifexplorer.run.RunFiles;
import eifexplorer.training.HeadHistory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the epochs of the run that trained a session's model are kept, and what they were. */
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

  /**
   * The last layer after those epochs of the model's run that are kept, counted from 1; what is the model itself is left out.
   *
   * @throws eifexplorer.problem.ProblemException if a file can't be read
   */
  public static SortedMap<Integer, EmbeddingHead> earlierHeads(ExplorerSession session) {
    SortedMap<Integer, EmbeddingHead> heads =
        of(session).map(folder -> new HeadHistory(folder).heads()).orElseGet(TreeMap::new);
    heads.values().removeIf(session.bundle().head()::hasWeightOf);
    return heads;
  }

  /** A session's model as it was after an epoch, for people. */
  public static String title(ExplorerSession session, int epoch) {
    return session.modelTitle().replaceFirst("( · epoch \\d+)?$", " · epoch " + epoch);
  }
}
