package eifexplorer.ui.benchmark;

import eifexplorer.benchmark.GallerySize;
import eifexplorer.benchmark.GalleryWorkspace;
import eifexplorer.benchmark.MapSize;
import eifexplorer.benchmark.WindowBenchmark;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.shell.ExplorerWindow;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs the real window on a large synthetic workspace and watches it. */
public final class GalleryBenchmark implements WindowBenchmark {
  private final WindowMaker maker;

  /** Makes windows, with services of their own. */
  @FunctionalInterface
  public interface WindowMaker {
    /** A window of the program of a user whose files are in these folders, not shown yet; close it. */
    OpenedWindow make(UserFolders folders);
  }

  /** A window and the services it is made of. */
  public interface OpenedWindow extends AutoCloseable {
    /** Opens a workspace without the window, so that what it keeps is made. */
    void prepare(Path workspace, JobContext context);

    /** The window. */
    ExplorerWindow window();

    @Override
    void close();
  }

  /** A benchmark of the windows that are made so. */
  public GalleryBenchmark(WindowMaker maker) {
    this.maker = maker;
  }

  @Override
  public Map<String, Object> gallery(Path folder, GallerySize size, JobContext context) {
    startToolkit();
    long start = System.nanoTime();
    Workspace workspace = GalleryWorkspace.make(folder, size, context);
    UserFolders folders = new UserFolders(folder.resolve("settings"), folder.resolve("data"));
    try (OpenedWindow opened = maker.make(folders)) {
      opened.prepare(workspace.folder(), context);
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("images", size.images());
      result.put("pairs", size.pairs());
      result.put("prepare_s", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
      result.putAll(measure(opened.window(), workspace.folder(), context));
      return result;
    } finally {
      FxThread.stopToolkit();
    }
  }

  @Override
  public Map<String, Object> map(Path folder, MapSize size, JobContext context) {
    startToolkit();
    try {
      return new MapBenchmark(folder, size, context).measure();
    } finally {
      FxThread.stopToolkit();
    }
  }

  private static void startToolkit() {
    try {
      FxThread.startToolkit();
    } catch (UnsupportedOperationException | UnsatisfiedLinkError | NoClassDefFoundError e) {
      throw new ProblemException(
          "No window can be shown here (" + e.getMessage() + ")",
          "",
          "Run this where there is a display.",
          e);
    }
  }

  private static Map<String, Object> measure(
      ExplorerWindow window, Path workspace, JobContext context) {
    CompletableFuture<Map<String, Object>> measured = new CompletableFuture<>();
    begin(
        new FxThread(),
        () -> new GalleryRun(window, workspace, context, measured).start(),
        measured);
    try {
      return measured.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Begins on the JavaFX thread; what goes wrong there ends the measurement, which would be waited for for ever. */
  static void begin(FxThread fx, Runnable run, CompletableFuture<?> measured) {
    fx.execute(
        () -> {
          try {
            run.run();
          } catch (RuntimeException | LinkageError e) {
            measured.completeExceptionally(e);
          }
        });
  }
}
