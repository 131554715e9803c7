package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void problemsSpeakForThemselves() {
    Throwable thrown =
        new CompletionException(
            new ProblemException("The file is empty", "a/b.npz", "Copy it again."));

    assertEquals("The file is empty: a/b.npz. Copy it again.", Failure.of(thrown).message());
  }

  @Test
  void surprisesAreCalledSo() {
    Failure failure = Failure.of(new IllegalStateException("index 3"));

    assertEquals(
        "Something unexpected went wrong (index 3). Please report it with the details.",
        failure.message());
  }

  @Test
  void detailsNameThePlaceInTheCode() {
    assertTrue(Failure.of(new IllegalStateException()).details().contains("FailureTest.java"));
  }

  @Test
  void usedUpMemoryIsSaidSo() {
    assertTrue(
        Failure.of(new OutOfMemoryError())
            .message()
            .startsWith("There is not enough memory for this: "));
  }

  @Test
  void whatIsNestedTooDeeplyIsSaidSo() {
    assertEquals(
        "A file is nested too deeply. Check that it is what it should be.",
        Failure.of(new StackOverflowError()).message());
  }
}
