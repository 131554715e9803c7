package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.project.Experiments;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Experiments, for the window. */
public final class ExperimentScreen implements Screen {
  private final ExperimentsViewModel model;
  private final Navigation navigation;

  /**
   * A screen without a session yet.
   *
   * @param all the experiments there are
   * @param experiments runs them
   * @param files shows files in the platform's file manager and viewer
   */
  public ExperimentScreen(
      ScreenContext context, List<Experiment> all, Experiments experiments, FileManager files) {
    navigation = context.navigation();
    model =
        new ExperimentsViewModel(
            context.jobs(),
            context.notices(),
            new ExperimentServices(all, experiments, this::open, files));
  }

  /** What the screen does. */
  public ExperimentsViewModel model() {
    return model;
  }

  /** Shows what a row of a result is about. */
  private void open(Target target) {
    List<Integer> indices = target.indices();
    switch (target.kind()) {
      case PAIR ->
          navigation.ask(new Request.ShowPair(new TestPair(indices.get(0), indices.get(1))));
      case GROUP, TEST_CLASS -> navigation.ask(new Request.ShowPairsOf(indices.get(0)));
      case TRAIN_CLASS -> navigation.ask(new Request.ShowHarmOf(indices.get(0)));
      case TRAIN_IMAGES -> navigation.ask(new Request.Relabel(indices.get(0)));
      case NONE -> {
        // Nothing to show.
      }
    }
  }

  @Override
  public String id() {
    return "experiments";
  }

  @Override
  public String title() {
    return Texts.of("Experiments");
  }

  @Override
  public Ikon icon() {
    return Feather.BAR_CHART_2;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    return new ExperimentsView(model);
  }

  @Override
  public Runnable prepare(ExplorerSession session) {
    return () -> model.show(session);
  }
}
