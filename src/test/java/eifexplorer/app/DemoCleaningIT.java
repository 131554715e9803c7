package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.InjectedNoise;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.review.Candidate;
import eifexplorer.ui.review.ReviewViewModel;
import eifexplorer.ui.review.ShownImage;
import eifexplorer.ui.testing.AnnotatorKeys;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who knows the birds cleans the demo with the keyboard alone. In five minutes, at two and a half seconds an image,
 * they come to 120 images.
 */
@Timeout(300)
class DemoCleaningIT {
  private static final int IMAGES = 120;
  private static final KeyCode[] KEYS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5
  };

  @TempDir Path folder;

  private WindowHarness window;
  private ReviewViewModel review;
  private ExplorerSession session;
  private int typed;

  @Test
  void fewerThanOneLabelInAHundredIsWrongAfterFiveMinutes() {
    try (DemoWindow demo = DemoWindow.review(folder)) {
      window = demo.window();
      review = WindowScreens.review(window.model());
      session = demo.session();
      for (int i = 0; i < IMAGES; i++) {
        decide();
      }

      assertTrue(wrong() < session.dataset().train().size() / 100.0, wrong() + " are wrong");
      assertEquals(0, typed, "class names that had to be typed");
    }
  }

  private int truth(int trainIndex) {
    return session
        .dataset()
        .noise()
        .map(InjectedNoise::trueLabels)
        .orElse(Map.of())
        .getOrDefault(trainIndex, session.trainSample(trainIndex).label());
  }

  private void decide() {
    AnnotatorKeys.look(window, review.queue());
    ShownImage image = window.fx(() -> review.queue().shownProperty().get());
    int truth = truth(image.trainIndex());
    List<Integer> candidates = image.candidates().stream().map(Candidate::label).toList();
    if (truth == session.trainSample(image.trainIndex()).label()) {
      window.type(KeyCode.DIGIT0);
    } else if (candidates.contains(truth)) {
      window.type(KEYS[candidates.indexOf(truth)]);
    } else {
      typed++;
      window.robot().write("/" + session.className(truth));
      window.type(KeyCode.ENTER);
    }
    window.await(
        "the next image",
        () -> review.queue().shownProperty().get().trainIndex() != image.trainIndex());
  }

  private long wrong() {
    return window.fx(
        () ->
            review.queue().images().stream()
                .filter(i -> session.trainSample(i).label() != truth(i))
                .filter(i -> !review.queue().item(i).decision().startsWith("→ "))
                .count());
  }
}
