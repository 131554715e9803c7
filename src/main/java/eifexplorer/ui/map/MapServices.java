package eifexplorer.ui.map;

import eifexplorer.job.JobContext;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.PairSurveyor;
import eifexplorer.session.SessionMaps;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What the Map screen needs from outside.
 *
 * @param maps lays sessions out
 * @param insights what the model says of a session's images
 * @param suspects what detectors of wrong labels look at
 * @param surveyor explains every pair
 * @param opener opens a model of a workspace
 */
public record MapServices(
    SessionMaps maps,
    Function<ExplorerSession, ImageInsights> insights,
    Function<ExplorerSession, SuspectInputs> suspects,
    PairSurveyor surveyor,
    ModelOpener opener) {
  /** Opens a model of a workspace, to be compared with. */
  @FunctionalInterface
  public interface ModelOpener {
    /** The session of a workspace's model, called from jobs; throws as opening a workspace does. */
    ExplorerSession open(Path workspace, String modelId, JobContext context);
  }
}
