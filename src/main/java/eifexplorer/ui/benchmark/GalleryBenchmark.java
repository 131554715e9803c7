package eifexplorer.app;

import eifexplorer.cli.WindowBenchmark;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.job.QueuedJobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.Explorer;
import eifexplorer.session.GallerySize;
import eifexplorer.session.GalleryWorkspace;
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
final class GalleryBenchmark implements WindowBenchmark {
  @Override
  public Map<String, Object> gallery(Path folder, GallerySize size, JobContext context) {
    startToolkit();
    long start = System.nanoTime();
    Workspace workspace = GalleryWorkspace.make(folder, size, context);
    UserFolders folders = new UserFolders(folder.resolve("settings"), folder.resolve("data"));
    EngineSettings settings = EngineSettings.defaults();
    try (Explorer explorer = Composition.explorer(settings, folders);
        QueuedJobRunner jobs = new QueuedJobRunner(settings.threads())) {
      explorer.openWorkspace(workspace.folder(), context);
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("images", size.images());
      result.put("pairs", size.pairs());
      result.put("prepare_s", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
      result.putAll(measure(new WindowParts(explorer, jobs, folders), workspace.folder(), context));
      return result;
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
      WindowParts parts, Path workspace, JobContext context) {
    CompletableFuture<Map<String, Object>> measured = new CompletableFuture<>();
    ExplorerWindow window = parts.window("CPU");
    new FxThread().execute(() -> new GalleryRun(window, workspace, context, measured).start());
    try {
      return measured.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      window.close();
    }
  }
}
