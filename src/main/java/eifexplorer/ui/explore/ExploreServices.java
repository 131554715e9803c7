package eifexplorer.ui.explore;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.model.ModelCard;
import eifexplorer.project.CardMaker;
import eifexplorer.project.EstimatorWorths;
import eifexplorer.retrain.LeaveOutTrials;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.ImagePlaces;
import eifexplorer.session.OtherSurveys;
import eifexplorer.session.PairSurveyor;
import eifexplorer.ui.explore.copies.CopySearch;
import eifexplorer.ui.explore.diff.DiffServices;
import eifexplorer.ui.explore.strips.EstimatorMaker;
import eifexplorer.ui.explore.strips.ResultKey;
import eifexplorer.ui.explore.strips.StabilitySource;
import eifexplorer.ui.kit.FileManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the Explore screen needs from outside.
 *
 * @param files shows files in the platform's file manager and viewer
 * @param factories the estimators there are, the sessions' own first
 * @param estimators makes them
 * @param fitting which of them can explain a session's model; called from jobs
 * @param keys names their results
 * @param stability how far scores hold when they are computed otherwise
 * @param moment how long a pair stays open before its verdict and stability are found out
 * @param insights what the model says of a session's images; called on the JavaFX thread, so it must be cheap
 * @param surveyor explains every pair in the background
 * @param otherSurveys explains every pair by other estimators
 * @param copies finds photographs that a session's data set holds more than once
 * @param trials tries out changed training images
 * @param leaveOuts trains without some of them
 * @param otherModel the current model of a session's workspace if it is no longer the session's; called from jobs
 * @param worths what the estimators' scores are worth, as far as it was measured
 * @param places where in its images a session's model finds what it embeds
 * @param comparing compares with other models
 * @param cards makes cards of pairs
 */
public record ExploreServices(
    FileManager files,
    List<EstimatorFactory> factories,
    EstimatorMaker estimators,
    Function<ExplorerSession, FittingEstimators> fitting,
    ResultKey keys,
    StabilitySource stability,
    Duration moment,
    Function<ExplorerSession, ImageInsights> insights,
    PairSurveyor surveyor,
    OtherSurveys otherSurveys,
    CopySearch copies,
    ReweightTrials trials,
    LeaveOutTrials leaveOuts,
    Function<ExplorerSession, Optional<ModelCard>> otherModel,
    EstimatorWorths worths,
    ImagePlaces places,
    DiffServices comparing,
    CardMaker cards) {
  /** Copies the list. */
  public ExploreServices {
    factories = List.copyOf(factories);
  }
}
