package eifexplorer.benchmark;

import eifexplorer.job.JobContext;
import java.nio.file.Path;
import java.util.Map;

/** Measures the window; given to the command line from outside, since it does not know the window. */
@FunctionalInterface
public interface WindowBenchmark {
  /**
   * Makes a workspace, opens it in a real window, scrolls and jumps through its gallery.
   *
   * @param folder an empty folder for the workspace
   * @return what was measured, by name
   * @throws eifexplorer.problem.ProblemException if no window can be shown here
   */
  Map<String, Object> gallery(Path folder, GallerySize size, JobContext context);
}
