package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramQuestionViewModelTest {
  private static final Path PROGRAM = Path.of("ws", "models", "m", "backbone.pt");

  private final ProgramQuestionViewModel model = new ProgramQuestionViewModel(Runnable::run);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverWantsToRunItWaitsForTheAnswer(boolean answer) {
    List<Boolean> named = new ArrayList<>();
    model
        .questionProperty()
        .addListener(
            (value, old, now) -> {
              if (!now.isEmpty()) {
                named.add(now.contains(PROGRAM.toString()));
                model.answer(answer);
              }
            });

    assertEquals(answer, model.agreed(PROGRAM));
    assertEquals(List.of(true), named);
    assertEquals("", model.questionProperty().get());
  }

  @Test
  void aClosedWindowAgreesToNothing() {
    model
        .questionProperty()
        .addListener(
            (value, old, now) -> {
              if (!now.isEmpty()) {
                model.leave();
              }
            });

    assertFalse(model.agreed(PROGRAM));
    assertFalse(model.agreed(PROGRAM));
  }
}
