package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.ui.shell.Page;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.train.RunRow;
import eifexplorer.ui.train.TrainViewModel;
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
    try (DemoWindow demo = DemoWindow.review(folder)) {
      WindowHarness window = demo.window();
      window.run(() -> window.model().pageProperty().set(Page.TRAIN));
      TrainViewModel train = window.model().train();
      window.await("the presets", () -> train.presetProperty().get() != null);
      window.picture("train-demo-empty");
      window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
      window.await(
          "the run", () -> train.runs().stream().anyMatch(run -> run.state() == RunRow.State.DONE));
      window.picture("train-demo");
      window.run(() -> window.model().pageProperty().set(Page.WORKSPACE));
      window.await(
          "both models", () -> window.model().workspaceScreen().models().models().size() == 2);
      window.picture("workspace-demo");

      assertEquals(
          List.of("ProxyNCA_prob_orig_seed0", "ProxyNCA_prob_orig_seed0_2"),
          new ModelStore(demo.session().workspace().orElseThrow())
              .list().stream().map(ModelCard::id).toList());
    }
  }
}
