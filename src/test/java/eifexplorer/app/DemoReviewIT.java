package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.ui.review.ReviewViewModel;
import eifexplorer.ui.testing.AnnotatorKeys;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo's wrong labels are reviewed in the window, with the real services. */
@Timeout(300)
class DemoReviewIT {
  @TempDir Path folder;

  private WindowHarness window;
  private ReviewViewModel review;

  @Test
  void theDemoIsReviewedCommittedAndCompared() {
    try (DemoWindow demo = DemoWindow.review(folder)) {
      window = demo.window();
      review = WindowScreens.review(window.model());
      window.await(
          "the quick detectors",
          () -> review.queue().ordering().detectors().contains("near-duplicate"));
      decideSix();
      lookAround();
      compare();
      blindPass();
      assertEquals(3, review.compare().comparisonProperty().get().seeds());
      window.resize(1100, 700);
      picturesOfTheSmallWindow();
    }
  }

  private void decideSix() {
    window.guidePicture("review");
    window.picture("review");
    AnnotatorKeys.decide(
        window,
        review.queue(),
        KeyCode.DIGIT1,
        KeyCode.DIGIT0,
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.X,
        KeyCode.D);
    window.await("six decisions", () -> review.queue().leftText().equals("343 of 349 left"));
    window.type(KeyCode.LEFT);
    window.picture("review-decided");
    window.type(KeyCode.RIGHT);
  }

  private void lookAround() {
    window.run(() -> window.<Button>node("#queue-filter").fire());
    window.picture("review-filter");
    window.type(KeyCode.ESCAPE, KeyCode.B, KeyCode.SPACE, KeyCode.RIGHT, KeyCode.SPACE);
    window.picture("review-batch");
    window.type(KeyCode.ESCAPE, KeyCode.E, KeyCode.DOWN);
    window.picture("review-side-by-side");
    window.type(KeyCode.ESCAPE, KeyCode.T);
    window.run(() -> review.accept().from(.5));
    window.await("certain labels", () -> !review.accept().shown().isEmpty());
    window.await("Enter accepts", () -> window.node("#accept-labels").isFocused());
    window.picture("review-accept");
    window.type(KeyCode.ESCAPE, KeyCode.V);
    window.picture("review-diff");
    window.type(KeyCode.ESCAPE);
    window.robot().write("?");
    window.picture("review-keys");
    window.type(KeyCode.ESCAPE);
  }

  private void tab(String title) {
    window.run(
        () ->
            window.robot().lookup(".changes-sheet .segment").queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().equals(title))
                .forEach(ToggleButton::fire));
  }

  private void compare() {
    window.run(() -> review.staged().messageProperty().set("six looked at"));
    window.run(review.staged()::commit);
    window.await("the commit", () -> review.staged().currentProperty().get() == 1);
    window.type(KeyCode.V);
    tab("Revisions");
    window.picture("review-revisions");
    window.type(KeyCode.M);
    window.await("both heads", () -> review.compare().comparisonProperty().get() != null);
    window.picture("review-compare");
    window.type(KeyCode.ESCAPE);
  }

  private void blindPass() {
    window.run(() -> review.annotatorProperty().set("Ada"));
    window.run(() -> review.queue().blindProperty().set(true));
    window.await("the other pass", () -> review.queue().leftText().equals("349 of 349 left"));
    AnnotatorKeys.decide(
        window, review.queue(), KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.D);
    window.await("four decisions", () -> review.queue().leftText().equals("345 of 349 left"));
    window.picture("review-blind");
    window.type(KeyCode.V);
    tab("Annotators");
    window.picture("review-annotators");
    window.run(() -> review.queue().blindProperty().set(false));
    window.type(KeyCode.ESCAPE);
    window.run(() -> review.queue().previous());
    window.await(
        "a conflict", () -> !review.staged().staging().orElseThrow().conflicts().isEmpty());
    window.run(
        () ->
            review
                .trainIndex(review.staged().staging().orElseThrow().conflicts().get(0).sample())
                .ifPresent(review.queue()::select));
    window.await("its image", () -> review.disputes().shown().isPresent());
    window.picture("review-conflict");
    window.type(KeyCode.V);
    window.picture("review-diff-two");
    tab("Annotators");
    window.picture("review-conflicts");
    tab("Before and after");
    window.type(KeyCode.ESCAPE);
    window.run(() -> review.queue().blindProperty().set(false));
  }

  private void picturesOfTheSmallWindow() {
    window.picture("review-small");
    window.type(KeyCode.I);
    window.picture("review-drawer");
    window.type(KeyCode.ESCAPE, KeyCode.B);
    window.picture("review-batch");
    window.type(KeyCode.ESCAPE, KeyCode.V);
    window.picture("review-compare");
    window.type(KeyCode.ESCAPE);
    window.robot().write("?");
    window.picture("review-keys");
  }
}
