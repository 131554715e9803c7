package eifexplorer.run;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import java.nio.file.Path;

/** Training runs of workspaces; every method runs on the calling thread. */
public interface Trainings {
  /**
   * Trains a model, measures it and puts it into its workspace as the current one. The run begins in a folder of its own;
   * stopping the job pauses it, or notes it as cancelled: where it stands is kept, and {@link #resume} goes on to the same result as if it had not been
   * cancelled.
   *
   * @throws eifexplorer.problem.ProblemException if the data do not fit the plan, the loss is not a number or a file can't
   *     be written; the run's last checkpoint stays good
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  ModelCard train(TrainRequest request, RunObserver observer, JobContext context);

  /** The same without an observer. */
  default ModelCard train(TrainRequest request, JobContext context) {
    return train(request, RunObserver.NONE, context);
  }

  /**
   * What {@link #train} would do. Data set and weights are read, nothing is computed or written.
   *
   * @throws eifexplorer.problem.ProblemException if what was asked for can't be trained
   */
  TrainPreview preview(TrainRequest request);

  /**
   * Goes on with a run that was paused, cancelled or killed, or failed.
   *
   * @param runId empty for the newest that is neither finished nor cancelled
   * @throws eifexplorer.problem.ProblemException if there is no such run, it is finished or under way, or its images or
   *     labels have changed
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  ModelCard resume(Path workspace, String runId, RunObserver observer, JobContext context);

  /** The training runs of a workspace; one that is damaged does not hide the others. */
  RunListing runs(Path workspace);
}
