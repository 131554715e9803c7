package eifexplorer.session;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.model.ModelStore;
import eifexplorer.run.RunFiles;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What estimators need of a session besides its model and samples. */
final class SessionEstimators {
  private SessionEstimators() {}

  /** The options given, and where the session's model's own run is if the estimator traces one and none is named. */
  static Map<String, String> options(
      ExplorerSession session, EstimatorFactory factory, Map<String, String> options) {
    boolean traces =
        factory.options().stream()
            .anyMatch(option -> option.name().equals(EstimatorOption.HISTORY));
    if (!traces || !options.getOrDefault(EstimatorOption.HISTORY, "").isBlank()) {
      return options;
    }
    Map<String, String> completed = new TreeMap<>(options);
    session
        .workspace()
        .flatMap(workspace -> run(workspace, session))
        .ifPresent(folder -> completed.put(EstimatorOption.HISTORY, folder.toString()));
    return completed;
  }

  private static Optional<Path> run(Workspace workspace, ExplorerSession session) {
    return new ModelStore(workspace)
        .ofHead(session.bundle().head())
        .map(card -> RunFiles.headHistory(workspace.runFolder(card.id())));
  }
}
