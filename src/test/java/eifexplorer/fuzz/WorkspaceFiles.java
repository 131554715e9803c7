package eifexplorer.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class WorkspaceFiles {
  private WorkspaceFiles() {}

  static List<Format> all(Path folder) throws IOException {
    return List.of();
  }
}
