package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.Locale;

/** What computes with matrices: influence, neighbours, heads. */
public enum KernelChoice {
  /** The tensor runtime where it runs on a GPU, else Java. */
  AUTO,
  /** Plain Java on the processor. */
  JAVA,
  /** The tensor runtime, on its device. */
  TORCH;

  /** Reads {@code auto}, {@code java} or {@code torch}; throws {@link ProblemException} for anything else. */
  public static KernelChoice parse(String text) {
    for (KernelChoice choice : values()) {
      if (choice.toString().equals(text.trim().toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    throw ProblemException.badValue("kernels", text, "auto, java, torch");
  }

  /** {@code auto}, {@code java} or {@code torch}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
