package eifexplorer.benchmark;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
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

  /**
   * Lays made-up images out, shows them on a map in a real window, moves it, points at it and lassoes.
   *
   * @param folder an empty folder for settings
   * @return what was measured, by name
   * @throws ProblemException if no window can be shown here
   */
  default Map<String, Object> map(Path folder, MapSize size, JobContext context) {
    throw new ProblemException("No window can be shown here", "", "");
  }
}
