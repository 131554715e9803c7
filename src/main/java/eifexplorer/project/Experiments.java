package eifexplorer.project;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentListing;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs experiments on sessions and finds their results again, for a screen; called from jobs. */
public interface Experiments {
  /** All experiments there are, in the order of their cards. */
  List<Experiment> all();

  /**
   * The result of an experiment on a session's model: the kept one if there is one, else it is run, going on from where it
   * was interrupted. It is kept in the session's workspace; that of an embedding bundle is not kept.
   *
   * @param given values of parameters by name; those not given have their standard values
   * @param observer gets the findings so far, on this thread
   * @throws eifexplorer.problem.ProblemException for a wrong value, or if the model has nothing to ask about
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  ExperimentResult run(
      ExplorerSession session,
      String id,
      Map<String, String> given,
      ExperimentObserver observer,
      JobContext context);

  /** A workspace's experiments, finished or interrupted, the newest first, and those that are damaged. */
  ExperimentListing list(Path workspace);

  /** The result of a finished one. Throws {@link eifexplorer.problem.ProblemException} if there is none. */
  ExperimentResult result(Path workspace, String fingerprint);

  /** Whether a result is about this session's weights, labels and features. */
  boolean isSame(ExplorerSession session, ExperimentRun run);

  /** Forgets an experiment and all its units. */
  void delete(Path workspace, String fingerprint);

  /**
   * JPEG thumbnails of a workspace's images by path, for reports and figures; empty for images that can't be read.
   *
   * @throws eifexplorer.problem.ProblemException if the data set is no longer where it was
   */
  Function<String, Optional<byte[]>> thumbnails(Path workspace);
}
