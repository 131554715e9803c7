package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.JobContext;
import eifexplorer.session.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.ui.review.ReviewViewModel;
import eifexplorer.ui.shell.Page;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo's wrong labels are reviewed in the window, with the real services. */
@Timeout(240)
class DemoReviewTest {
  @TempDir Path folder;

  @Test
  void theDemoIsReviewedCommittedAndCompared() {
    try (Explorer explorer =
            new Explorer(MeanColourEngine::new, new UserFolders(folder, folder), "test");
        WindowHarness window =
            new WindowHarness(
                folder.resolve("window"),
                List.of(),
                WindowParts.exploreServices(explorer),
                explorer)) {
      ExplorerSession session = explorer.openDemo(JobContext.unattended());
      explorer.drawDemo(JobContext.unattended());
      window.show(session);
      window.run(() -> window.model().pageProperty().set(Page.REVIEW));
      ReviewViewModel review = window.model().review();
      window.await("the queue", () -> review.queue().shownProperty().get() != null);
      window.await("all detectors", () -> review.learningProperty().get() == 0);
      window.picture("review");
      for (KeyCode key :
          List.of(
              KeyCode.DIGIT1,
              KeyCode.DIGIT0,
              KeyCode.DIGIT1,
              KeyCode.DIGIT2,
              KeyCode.X,
              KeyCode.D)) {
        window.type(key);
      }
      window.await("six decisions", () -> decided(review) == 6);
      window.type(KeyCode.LEFT);
      window.pictures("review-decided");
      window.type(KeyCode.V);
      window.picture("review-diff");
      assertEquals(6, decided(review));
    }
  }

  private static long decided(ReviewViewModel review) {
    return review.queue().images().stream()
        .filter(i -> !review.queue().item(i).decision().isEmpty())
        .count();
  }
}
