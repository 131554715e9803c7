package eifexplorer.spark;

import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.ComputePool;
import eifexplorer.model.GuardedEngine;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.TrustedPrograms;
import eifexplorer.workspace.TrustedFiles;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The back bone of an executor: loaded by its first task, used by one after the other. */
final class Backbones {
  private static final Object ONE_AT_A_TIME = new Object();
  private static @Nullable Loaded loaded;

  private record Loaded(String of, Backbone backbone) {}

  private Backbones() {}

  /**
   * Does something with a model's back bone.
   *
   * @throws eifexplorer.problem.ProblemException if it can't be loaded, or is a program this machine's user does not trust
   */
  static <T> T with(String workspace, String modelId, Function<Backbone, T> work) {
    synchronized (ONE_AT_A_TIME) {
      String wanted = workspace + " " + modelId;
      Loaded found = loaded;
      if (found == null || !found.of().equals(wanted)) {
        found = new Loaded(wanted, load(workspace, modelId));
        loaded = found;
      }
      return work.apply(found.backbone());
    }
  }

  private static Backbone load(String workspace, String modelId) {
    ModelStore models = new ModelStore(Workspace.open(Path.of(workspace)));
    ModelCard card = models.get(modelId);
    UserFolders user =
        UserFolders.of(
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    EngineSettings settings =
        EngineSettings.of(Optional.empty(), OptionalInt.of(ComputePool.shared().threads()));
    return models
        .backbone(card)
        .open(
            new GuardedEngine(
                new DjlEngine(settings), new TrustedPrograms(new TrustedFiles(user.settings()))));
  }
}
