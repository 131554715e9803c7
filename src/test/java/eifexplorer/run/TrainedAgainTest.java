package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedAgainTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aModelIsTrainedAgainFromItsCardAlone(boolean frozen) throws IOException {
    DrawnClasses.draw(folder.resolve("images"), 6, 6);
    TinyTraining training = new TinyTraining(folder, frozen);
    Path workspace = folder.resolve("ws");
    try (Engine engine = new DjlEngine(EngineSettings.defaults())) {
      TrainingRuns runs = training.runs(engine);
      TrainRequest request = training.request(workspace);
      ModelCard first = runs.train(request, JobContext.unattended());
      FolderTrees.delete(workspace.resolve("runs"));
      Files.delete(request.config().orElseThrow());

      ModelCard card = ModelStore.read(workspace.resolve("models").resolve(first.id()));
      ModelCard second =
          runs.train(
              TrainRequest.again(workspace, card.recipe().orElseThrow()), JobContext.unattended());

      ModelStore models = new ModelStore(Workspace.open(workspace));
      assertArrayEquals(models.load(first).head().weight(), models.load(second).head().weight());
      assertArrayEquals(
          models.load(first).proxies().values(), models.load(second).proxies().values());
      assertEquals(first.recipe(), second.recipe());
    }
  }
}
