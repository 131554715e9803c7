package eifexplorer.project;

import eifexplorer.engine.EngineReport;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BackboneMeasurement;
import eifexplorer.model.LazyEngine;
import eifexplorer.model.LeftOutImages;
import eifexplorer.retrain.LeaveOutTrials;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.run.Trainings;
import eifexplorer.session.Explanations;
import eifexplorer.session.ImagePlaces;
import eifexplorer.session.SessionCopies;
import eifexplorer.session.SessionMaps;

/**
 * The program's services, which the window and the command line share; every method of theirs runs on the calling thread.
 *
 * @param registries what there is to choose from
 * @param sessions opens what can be explored
 * @param explanations answers what is asked of a session
 * @param maps lays a session's images out in the plane
 * @param places where in its images a session's model finds what it embeds
 * @param copies finds photographs that a session's data set holds more than once
 * @param trainings begins, resumes and lists training runs
 * @param reweights tries out re-weighted training images
 * @param leaveOuts trains without some training images
 * @param reviews goes from suspect labels to corrected ones
 * @param experiments the paper's tables and curves, run on sessions
 * @param worths what the estimators' scores are worth, as far as it was measured
 * @param cards makes cards of pairs
 * @param workspaces what is done with workspaces besides exploring them
 * @param backbones measures back bones as they are
 * @param demo the demo's workspace and pictures
 * @param leftOut which images the data sets read leave out
 * @param engine what runs the networks
 * @param math what computes with matrices
 */
public record Explorer(
    Registries registries,
    Sessions sessions,
    Explanations explanations,
    SessionMaps maps,
    ImagePlaces places,
    SessionCopies copies,
    Trainings trainings,
    ReweightTrials reweights,
    LeaveOutTrials leaveOuts,
    ReviewService reviews,
    ExperimentService experiments,
    WorthService worths,
    CardMaker cards,
    Workspaces workspaces,
    BackboneMeasurement backbones,
    DemoWorkspace demo,
    LeftOutImages leftOut,
    LazyEngine engine,
    MatrixMath math)
    implements AutoCloseable {
  /** What runs the networks, starting it if need be. */
  public EngineReport engineReport() {
    return engine.get().report();
  }

  @Override
  public void close() {
    engine.close();
  }
}
