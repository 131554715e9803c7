package eifexplorer.session;

import eifexplorer.job.JobContext;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.NoModelException;
import eifexplorer.model.RootGoneException;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;

/**
 * Opens what can be explored. Every method runs on the calling thread, reports progress, can be cancelled, and throws
 * {@link eifexplorer.problem.ProblemException} for expected trouble.
 */
public interface SessionOpener {
  /** Opens a workspace with its current model; missing features are extracted. */
  default ExplorerSession openWorkspace(Path folder, JobContext context) {
    return openWorkspace(folder, "", context);
  }

  /**
   * Opens a workspace with one of its models, or with the current one if {@code modelId} is empty.
   *
   * @throws RootGoneException if its data set is not where it was
   * @throws NoModelException if it has no model that can be read; {@link #openUntrained} opens it nevertheless
   */
  ExplorerSession openWorkspace(Path folder, String modelId, JobContext context);

  /**
   * Opens a workspace that has no model yet.
   *
   * @throws RootGoneException if its data set is not where it was
   */
  UntrainedWorkspace openUntrained(Path folder, JobContext context);

  /** Opens an embedding bundle as trained with a loss. */
  default ExplorerSession openBundle(Path file, LossSpec loss, JobContext context) {
    return openBundle(file, BundleOptions.of(loss), context);
  }

  /** Opens an embedding bundle without a workspace; what it lacks is made. */
  ExplorerSession openBundle(Path file, BundleOptions options, JobContext context);

  /** Makes a workspace of an embedding bundle and opens it. */
  ExplorerSession importBundle(BundleImport.Request request, JobContext context);

  /** Opens the demo, drawing its images first if they are not there yet. */
  ExplorerSession openDemo(JobContext context);

  /** Makes a workspace: reads the data set, extracts features, trains the head on them, and opens it. */
  ExplorerSession create(NewWorkspace request, JobContext context);
}
