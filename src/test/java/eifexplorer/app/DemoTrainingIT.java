package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import eifexplorer.ui.train.RunRow;
import eifexplorer.ui.train.TrainScreen;
import eifexplorer.ui.train.TrainViewModel;
import eifexplorer.ui.workspace.WorkspaceScreen;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A head is trained on the demo in the window, with the real services. */
@Timeout(300)
class DemoTrainingIT {
  @TempDir Path folder;

  @Test
  void aHeadTrainedOnTheDemoIsAModelOfItsWorkspace() {
    try (DemoWindow demo = DemoWindow.open(folder, TrainScreen.class)) {
      WindowHarness window = demo.window();
      TrainViewModel train = WindowScreens.train(window.model());
      window.await("the presets", () -> train.presetProperty().get() != null);
      window.picture("train-demo-empty");
      window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
      window.await(
          "the run", () -> train.runs().stream().anyMatch(run -> run.state() == RunRow.State.DONE));
      window.guidePicture("train");
      window.picture("train-demo");
      window.run(() -> WindowScreens.turnTo(window.model(), WorkspaceScreen.class));
      window.await(
          "both models",
          () -> WindowScreens.workspace(window.model()).models().models().size() == 2);
      window.picture("workspace-demo");

      assertEquals(
          List.of("ProxyNCA_prob_orig_seed0", "ProxyNCA_prob_orig_seed0_2"),
          new ModelStore(demo.session().workspace().orElseThrow())
              .list().stream().map(ModelCard::id).toList());
    }
  }
}
