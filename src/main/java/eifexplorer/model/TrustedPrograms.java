package eifexplorer.model;

import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.ShellWord;
import eifexplorer.workspace.TrustedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which programs that came with a workspace may run: those that this user named himself, or agreed to when he was asked. It
 * goes by content, so that a workspace can't put another program in the place of one.
 */
public final class TrustedPrograms {
  /** Asks a person whether a program may run. */
  @FunctionalInterface
  public interface Question {
    /** Whether it may; called on the thread that wants to run it, which waits for the answer. */
    boolean agreed(Path program);
  }

  private final TrustedFiles files;
  private volatile Question question = program -> false;

  /** Programs agreed to before are in {@code files}; nobody is asked about others until {@link #askWith}. */
  public TrustedPrograms(TrustedFiles files) {
    this.files = files;
  }

  /** From now on asks this way about programs nobody agreed to yet. */
  public void askWith(Question asks) {
    question = asks;
  }

  /** Agrees to a program, as a person does by naming its very file. */
  public void trust(Path program) {
    files.add(program);
    if (OnnxModel.isNamed(program) && !OnnxModel.read(program).data().isEmpty()) {
      trustWhole(program);
    }
  }

  /** A model keeps an ONNX network with the weights of its other files in it, which is another file. */
  private void trustWhole(Path program) {
    try {
      Path whole = Files.createTempFile("eif-explorer", ".onnx");
      try {
        try (OutputStream out = Files.newOutputStream(whole)) {
          OnnxModel.writeWhole(program, out);
        }
        files.add(whole);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The network can't be put together", program.toString(), "Make room on the disk.", e);
    }
  }

  /**
   * Asks about a program that nobody agreed to yet.
   *
   * @throws ProblemException if it may not run
   */
  public void require(Path program) {
    if (files.contains(program)) {
      return;
    }
    if (!question.agreed(program)) {
      throw new ProblemException(
          "The model's network is a program that came with the workspace, and you have not agreed"
              + " to run it",
          program.toString(),
          remedy(program));
    }
    files.add(program);
  }

  private static String remedy(Path program) {
    Path folder = program.toAbsolutePath().normalize().getParent();
    Optional<String> model = ModelStore.modelOf(program);
    if (folder == null || model.isEmpty()) {
      return "If you know where it is from, name it yourself with --weights FILE.";
    }
    return "If you know where it is from: eif-explorer models --workspace "
        + ShellWord.of(folder.resolve("../..").normalize())
        + " --trust "
        + ShellWord.of(model.get());
  }
}
