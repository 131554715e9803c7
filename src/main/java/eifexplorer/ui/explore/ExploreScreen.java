package eifexplorer.ui.explore;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.PairLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.explore.confusions.PairFilter;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.search.ExploreFinder;
import eifexplorer.ui.explore.search.SearchIndex;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.OpenPairViewModel;
import eifexplorer.ui.screen.Finder;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.screen.ScreenKeys;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Explore, for the window. */
public final class ExploreScreen implements Screen {
  private final ExploreViewModel model;
  private final Navigation navigation;
  private final NoticesViewModel notices;
  private @Nullable Finder finder;

  /** A screen without a session yet. */
  public ExploreScreen(ScreenContext context, ExploreServices services) {
    navigation = context.navigation();
    notices = context.notices();
    model =
        new ExploreViewModel(
            context.jobs(), services, context.marks(), context.notices(), navigation::refresh);
    model.others().openModelsWith(navigation::openModel);
    model
        .others()
        .reviewWith(
            new OtherScreens.Reviewing(
                trainIndex -> navigation.ask(new Request.Relabel(trainIndex)),
                trainIndex -> navigation.ask(new Request.Exclude(trainIndex)),
                said -> navigation.ask(new Request.Correct(said.path(), said.className())),
                images -> navigation.ask(new Request.ReviewOnly(images))));
    model
        .others()
        .locateWith(
            new OtherScreens.Locating(
                () -> navigation.ask(new Request.LocatePair()),
                trainIndex -> navigation.ask(new Request.Locate(true, trainIndex))));
    share(context.openPair());
    keepAutomatic(context.preferences());
    context
        .marks()
        .staleLabelsProperty()
        .addListener((value, old, now) -> model.stale().labelsProperty().set(now));
  }

  /** The chosen pair is the one that all screens look at; their order is that of the list. */
  private void share(OpenPairViewModel openPair) {
    openPair.listedBy(() -> model.pairs().visible().stream().map(ExploreScreen::testPair).toList());
    model
        .pairs()
        .selectedProperty()
        .addListener((value, old, now) -> openPair.show(now == null ? null : testPair(now)));
    openPair
        .pairProperty()
        .addListener(
            (value, old, now) -> {
              PairItem shown = model.pairs().selectedProperty().get();
              if (now != null && (shown == null || !testPair(shown).equals(now))) {
                model.goTo(now);
              }
            });
  }

  /** Whether verdicts are tried out by themselves is this user's choice, for all workspaces. */
  private void keepAutomatic(Preferences preferences) {
    BooleanProperty automatic = model.verdict().automaticProperty();
    automatic.set(preferences.get().triesVerdicts());
    automatic.addListener(
        (value, old, now) ->
            preferences.change(settings -> settings.withVerdicts(now ? "auto" : "asked")));
  }

  private static TestPair testPair(PairItem item) {
    return new TestPair(item.pair().wrong(), item.pair().confusedWith());
  }

  /** What the screen does. */
  public ExploreViewModel model() {
    return model;
  }

  @Override
  public String id() {
    return "explore";
  }

  @Override
  public String title() {
    return Texts.of("Explore");
  }

  @Override
  public Ikon icon() {
    return Feather.COLUMNS;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    return new ExploreView(model, pictures);
  }

  @Override
  public Runnable prepare(ExplorerSession session) {
    PairIndex pairs = PairIndex.of(session);
    ScopePairs scopes = ScopePairs.of(session.confusions());
    SearchIndex index = SearchIndex.of(session, pairs);
    return () -> {
      model.show(session, pairs, scopes);
      finder = new ExploreFinder(index, model.pairs(), model.strips(), this::turnHere);
    };
  }

  /** Nothing of the session before is found any more. */
  @Override
  public void showUntrained(UntrainedWorkspace untrained) {
    finder = null;
  }

  /** An experiment may have measured the estimators since. */
  @Override
  public void enter() {
    model.strips().worth().refresh();
  }

  private void turnHere() {
    navigation.turnTo(this);
  }

  @Override
  public Map<String, String> state() {
    return model.state();
  }

  @Override
  public void restore(Map<String, String> state) {
    model.restore(state);
  }

  @Override
  public ScreenKeys keys() {
    return ExploreKeys.all();
  }

  @Override
  public Optional<Finder> finder() {
    return Optional.ofNullable(finder);
  }

  @Override
  public boolean serve(Request request) {
    if (request instanceof Request.ShowPair wanted) {
      turnHere();
      model.goTo(wanted.pair());
    } else if (request instanceof Request.ShowView wanted) {
      turnHere();
      showView(wanted.link());
    } else if (request instanceof Request.ShowPairsOf wanted) {
      turnHere();
      model.showClass(wanted.label());
    } else if (request instanceof Request.ShowHarmOf wanted) {
      turnHere();
      model.sheets().culprits().show(wanted.label());
    } else if (request instanceof Request.ShowPairsTouching wanted) {
      turnHere();
      model
          .confusions()
          .openTouching(new PairFilter.Touched(wanted.test(), wanted.train(), wanted.title()));
    } else if (request instanceof Request.ShowPairsBeginning wanted) {
      turnHere();
      model.confusions().openTouching(PairFilter.Touched.first(wanted.test(), wanted.title()));
    } else {
      return false;
    }
    return true;
  }

  private void showView(PairLink link) {
    try {
      model.showView(link);
    } catch (ProblemException e) {
      notices.show(Failure.of(e));
    }
  }

  @Override
  public void userAtWork() {
    model.strips().survey().userAtWork();
  }

  @Override
  public void close() {
    model.influence().stopAhead();
  }
}
