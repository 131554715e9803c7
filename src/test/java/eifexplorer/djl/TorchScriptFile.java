package eifexplorer.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes TorchScript programs, for tests of other packages too. */
public final class TorchScriptFile {
  private TorchScriptFile() {}

  /** Writes a network that gives {@code expression} of its images {@code x}. */
  public static Path write(Path file, String expression) throws IOException {
    String method =
        "  def forward(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n    return "
            + expression
            + "\n";
    return Files.write(file, TorchProgram.archive(method));
  }
}
