package eifexplorer.app;

import eifexplorer.cli.CommandContext;
import eifexplorer.cli.Console;
import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.ComputePool;
import eifexplorer.project.Explorer;
import eifexplorer.ui.benchmark.GalleryBenchmark;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.Optional;

/** Builds the program's parts. */
public final class Composition {
  private Composition() {}

  /** Where this user's files are. */
  public static UserFolders userFolders() {
    return UserFolders.of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /** The services for a device and threads; the tensor runtime starts when it is first needed. */
  public static Explorer explorer(EngineSettings settings) {
    return explorer(settings, userFolders());
  }

  /** The same with the user's files elsewhere. */
  static Explorer explorer(EngineSettings settings, UserFolders folders) {
    ComputePool.useThreads(settings.kernelThreads());
    return new Explorer(() -> new DjlEngine(settings), folders, version());
  }

  /** What commands are given. */
  public static CommandContext commands(Console console) {
    return new CommandContext(
        console,
        Composition::explorer,
        Composition::examine,
        new GalleryBenchmark(BenchmarkedWindow::new),
        version());
  }

  private static EngineReport examine(EngineSettings settings) {
    try (DjlEngine engine = new DjlEngine(settings)) {
      return engine.report();
    }
  }

  /** The program's version, from its jar's manifest. */
  public static String version() {
    return Optional.ofNullable(Composition.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
