package eifexplorer.app;

import static eifexplorer.ui.testing.WindowScreens.review;
import static eifexplorer.ui.testing.WindowScreens.turnTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.review.QueueViewModel;
import eifexplorer.ui.review.ReviewScreen;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real photographs are reviewed; skipped where the shared data are absent. */
@Timeout(180)
class PhotographsReviewIT {
  @TempDir Path folder;

  @Test
  void photographsAreReviewed() {
    try (Explorer explorer =
            Composition.explorer(
                () -> new DjlEngine(EngineSettings.defaults()),
                new UserFolders(folder, folder),
                "test");
        WindowHarness window =
            new WindowHarness(
                folder.resolve("window"),
                List.of(),
                WindowParts.exploreServices(explorer),
                explorer)) {
      ExplorerSession session =
          explorer.sessions().create(PhotographsIT.birds(folder), JobContext.unattended());
      window.show(session);
      window.run(() -> turnTo(window.model(), ReviewScreen.class));
      QueueViewModel queue = review(window.model()).queue();
      window.await("the queue", () -> queue.shownProperty().get() != null);
      window.await("the quick detectors", () -> queue.detectors().contains("near-duplicate"));
      int size = session.dataset().train().size();
      window.type(KeyCode.DIGIT1, KeyCode.DIGIT0, KeyCode.X);
      String left = (size - 3) + " of " + size + " left";
      window.await("three decisions", () -> queue.leftText().equals(left));
      window.pictures("review-photographs");

      assertEquals(left, window.fx(queue::leftText));
    }
  }
}
