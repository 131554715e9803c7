package eifexplorer.ui.testing;

import eifexplorer.ui.review.QueueViewModel;
import javafx.scene.input.KeyCode;

/** The keys of an annotator who looks at each image before deciding about it. */
public final class AnnotatorKeys {
  private AnnotatorKeys() {}

  /** Waits until the image is in sight. */
  public static void look(WindowHarness window, QueueViewModel queue) {
    window.await("an image in sight", queue::isSeen);
  }

  /** Presses keys that decide, each when its image is in sight, and waits for the decision. */
  public static void decide(WindowHarness window, QueueViewModel queue, KeyCode... keys) {
    for (KeyCode key : keys) {
      look(window, queue);
      String before = window.fx(queue::leftText);
      window.type(key);
      window.await("a decision", () -> !queue.leftText().equals(before));
    }
  }
}
