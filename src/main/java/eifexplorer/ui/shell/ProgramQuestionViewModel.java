package eifexplorer.ui.shell;

import eifexplorer.model.ModelStore;
import eifexplorer.model.TrustedPrograms;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Asks before a program that came with a workspace runs; the job that wants to run it waits for the answer. */
public final class ProgramQuestionViewModel implements TrustedPrograms.Question {
  private final Executor fx;
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
  private boolean left;

  private record Asked(Path program, CompletableFuture<Boolean> answer) {}

  /**
   * Nothing is asked.
   *
   * @param fx runs a task on the JavaFX thread; in tests on the calling one
   */
  ProgramQuestionViewModel(Executor fx) {
    this.fx = fx;
  }

  @Override
  public boolean agreed(Path program) {
    Asked asked = new Asked(program, new CompletableFuture<>());
    fx.execute(() -> ask(asked));
    return asked.answer().join();
  }

  private void ask(Asked asked) {
    if (left) {
      asked.answer().complete(false);
    } else {
      waiting.add(asked);
      show();
    }
  }

  /** What is asked, for people; empty if nothing is. */
  public ReadOnlyStringProperty questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Answers what is asked; whoever waits goes on. Nothing happens if nothing is asked. */
  public void answer(boolean agreed) {
    Asked asked = waiting.poll();
    if (asked != null) {
      show();
      asked.answer().complete(agreed);
    }
  }

  /** The window closes: whoever waits is told no. */
  void leave() {
    left = true;
    while (!waiting.isEmpty()) {
      answer(false);
    }
  }

  private void show() {
    question.set(Optional.ofNullable(waiting.peek()).map(of -> words(of.program())).orElse(""));
  }

  private static String words(Path program) {
    return program.toString().endsWith(".onnx")
        ? Texts.of(
            "The network of {0} is a program (ONNX) that came with the workspace: {1}. It is let do"
                + " nothing but calculate; still, run it only if you know where it is from. The"
                + " answer yes is remembered for this very file.",
            ModelStore.modelOf(program)
                .map(id -> Texts.of("the model {0}", id))
                .orElse(Texts.of("this model")),
            program)
        : Texts.of(
            "The network of {0} is a program (TorchScript) that came with the workspace: {1}. It is"
                + " let do nothing but calculate; still, run it only if you know where it is from."
                + " The answer yes is remembered for this very file.",
            ModelStore.modelOf(program)
                .map(id -> Texts.of("the model {0}", id))
                .orElse(Texts.of("this model")),
            program);
  }
}
