package eifexplorer.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks through TorchScript programs for tests outside this package, without the tensor runtime. */
public final class ScriptReading {
  private ScriptReading() {}

  /** Whether a program would be run; throws as opening it does. */
  public static boolean accepts(Path file) throws IOException {
    try (TorchScriptArchive archive = TorchScriptArchive.open(file)) {
      return Files.size(archive.copy()) > 0;
    }
  }
}
