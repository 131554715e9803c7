package eifexplorer.app;

import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.job.QueuedJobRunner;
import eifexplorer.project.Explorer;
import eifexplorer.ui.benchmark.GalleryBenchmark;
import eifexplorer.ui.shell.ExplorerWindow;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;

/** A window with services of its own, for being measured. */
final class BenchmarkedWindow implements GalleryBenchmark.OpenedWindow {
  private final Explorer explorer;
  private final QueuedJobRunner jobs;
  private final ExplorerWindow window;

  BenchmarkedWindow(UserFolders folders) {
    EngineSettings settings = EngineSettings.defaults();
    explorer = Composition.explorer(settings, folders);
    jobs = new QueuedJobRunner(settings.threads());
    window = new WindowParts(explorer, jobs, folders).window("CPU");
  }

  @Override
  public void prepare(Path workspace, JobContext context) {
    explorer.sessions().openWorkspace(workspace, context);
  }

  @Override
  public ExplorerWindow window() {
    return window;
  }

  @Override
  public void close() {
    window.close();
    jobs.close();
    explorer.close();
  }
}
