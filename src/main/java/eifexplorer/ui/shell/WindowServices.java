package eifexplorer.ui.shell;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.engine.EngineReport;
import eifexplorer.job.JobRunner;
import eifexplorer.project.Experiments;
import eifexplorer.project.Workspaces;
import eifexplorer.run.Trainings;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionOpener;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.kit.PictureSource;
import eifexplorer.ui.review.ReviewServices;
import eifexplorer.ui.train.RunColumns;
import eifexplorer.ui.train.TrainServices;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.WindowStateFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the window needs from outside.
 *
 * @param jobs runs everything that takes its time
 * @param opener opens workspaces, bundles and the demo
 * @param trainings trains models
 * @param workspaces models, room and data set of a workspace
 * @param pictures where a session's pictures come from; called on the JavaFX thread, so it must be cheap
 * @param settings what this user chose
 * @param state how the window was left
 * @param formats the data-set formats to choose from
 * @param explore what the Explore screen needs
 * @param review what the Review screen needs
 * @param experiments runs experiments
 * @param device what the tensor runtime runs on, for people, such as {@code CPU · 7 threads}
 * @param engine examines the tensor runtime; called from a job
 */
public record WindowServices(
    JobRunner jobs,
    SessionOpener opener,
    Trainings trainings,
    Workspaces workspaces,
    Function<ExplorerSession, PictureSource> pictures,
    SettingsFile settings,
    WindowStateFile state,
    List<DatasetFormat> formats,
    ExploreServices explore,
    ReviewServices review,
    Experiments experiments,
    String device,
    Supplier<EngineReport> engine) {
  /** Copies the list. */
  public WindowServices {
    formats = List.copyOf(formats);
  }

  /** What the Train screen needs of these, with what the window does for it. */
  TrainServices training(
      Consumer<String> openModel,
      Consumer<Path> openWorkspace,
      BooleanSupplier inSight,
      RunColumns.Memory columns) {
    return new TrainServices(trainings, workspaces, openModel, openWorkspace, inSight, columns);
  }
}
