package eifexplorer.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which workspace's review. */
final class ReviewWorkspace {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  Path folder;
}
