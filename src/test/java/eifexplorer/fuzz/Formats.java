package eifexplorer.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All formats that are tried. */
final class Formats {
  private Formats() {}

  /** All; those that need a workspace make it below {@code folder}. */
  static List<Format> all(Path folder) throws IOException {
    return Stream.of(
            ArrayFormats.all(),
            CheckpointFormats.all(),
            PictureFormats.all(),
            DatasetFiles.all(),
            DecisionFiles.all(),
            SettingFiles.all(),
            WorkspaceFiles.all(folder))
        .flatMap(List::stream)
        .toList();
  }
}
