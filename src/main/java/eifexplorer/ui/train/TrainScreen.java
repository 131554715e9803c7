package eifexplorer.ui.train;

import eifexplorer.project.Workspaces;
import eifexplorer.run.Trainings;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.screen.ScreenKeys;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Train, for the window. */
public final class TrainScreen implements Screen {
  private final TrainViewModel model;
  private final Navigation navigation;
  private boolean inSight;

  /**
   * A screen without a session yet.
   *
   * @param trainings trains, and lists what was trained
   * @param workspaces deletes runs
   */
  public TrainScreen(ScreenContext context, Trainings trainings, Workspaces workspaces) {
    navigation = context.navigation();
    model =
        new TrainViewModel(
            context.jobs(),
            context.notices(),
            new TrainServices(
                trainings,
                workspaces,
                navigation::openModel,
                navigation::openWorkspace,
                () -> navigation.ask(new Request.ModelsChanged()),
                () -> inSight,
                new KeptColumns(context.preferences())));
  }

  /** The columns of the table of runs, in the settings. */
  private record KeptColumns(Preferences preferences) implements RunColumns.Memory {
    @Override
    public List<String> runColumns() {
      return preferences.get().runColumns();
    }

    @Override
    public void keepRunColumns(List<String> ids) {
      preferences.change(settings -> settings.withRunColumns(ids));
    }
  }

  /** What the screen does. */
  public TrainViewModel model() {
    return model;
  }

  @Override
  public String id() {
    return "train";
  }

  @Override
  public String title() {
    return Texts.of("Train");
  }

  @Override
  public Ikon icon() {
    return Feather.TRENDING_UP;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    return new TrainView(model);
  }

  @Override
  public Runnable prepare(ExplorerSession session) {
    return () -> model.show(session);
  }

  @Override
  public boolean needsModel() {
    return false;
  }

  @Override
  public void showUntrained(UntrainedWorkspace untrained) {
    model.show(untrained.workspace());
  }

  @Override
  public boolean serve(Request request) {
    if (request instanceof Request.TrainModel) {
      navigation.turnTo(this);
      return true;
    }
    return false;
  }

  @Override
  public void enter() {
    inSight = true;
  }

  @Override
  public void leave() {
    inSight = false;
  }

  @Override
  public ScreenKeys keys() {
    return new ScreenKeys(
        List.of(new ScreenKeys.Group(Texts.of("Training"), List.of(TrainCommand.values()))),
        List.of(),
        List.of(
            new ScreenKeys.Of(Texts.of("queue run"), TrainCommand.QUEUE_RUN),
            new ScreenKeys.Of(Texts.of("pause"), TrainCommand.PAUSE_RUN)));
  }
}
