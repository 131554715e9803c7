package eifexplorer.ui.review;

import eifexplorer.review.journal.Decisions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.ZoomCommand;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.screen.ScreenKeys;
import java.util.List;
import java.util.Map;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Review, for the window. A session's review is opened when the screen first comes into sight. */
public final class ReviewScreen implements Screen {
  private final ReviewViewModel model;
  private final Navigation navigation;

  /** A screen without a session yet. */
  public ReviewScreen(ScreenContext context, ReviewServices services) {
    navigation = context.navigation();
    model =
        new ReviewViewModel(
            context.jobs(),
            services,
            context.marks(),
            context.notices(),
            System::nanoTime,
            navigation::refresh,
            navigation::reopen,
            pair -> navigation.ask(new Request.ShowPair(pair)));
    model.annotateAs(() -> context.preferences().get().personal().annotator());
    model.locateWith(trainIndex -> navigation.ask(new Request.Locate(true, trainIndex)));
    model
        .staged()
        .staleProperty()
        .addListener((value, old, now) -> context.marks().staleLabelsProperty().set(now));
  }

  /** What the screen does. */
  public ReviewViewModel model() {
    return model;
  }

  @Override
  public String id() {
    return "review";
  }

  @Override
  public String title() {
    return Texts.of("Review");
  }

  @Override
  public Ikon icon() {
    return Feather.CHECK_SQUARE;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    return new ReviewView(model, pictures);
  }

  @Override
  public Runnable prepare(ExplorerSession session) {
    Decisions known = Excluded.read(session);
    return () -> model.show(session, known);
  }

  @Override
  public void showUntrained(UntrainedWorkspace untrained) {
    model.leave();
  }

  @Override
  public void enter() {
    model.enter();
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
    return new ScreenKeys(
        List.of(
            new ScreenKeys.Group(Texts.of("Review"), List.of(ReviewCommand.values())),
            new ScreenKeys.Group(Texts.of("Photograph"), List.of(ZoomCommand.values()))),
        List.of(
            new ScreenKeys.Fixed(
                List.of(Texts.of("wheel")), Texts.of("larger, smaller at the pointer")),
            new ScreenKeys.Fixed(List.of("/"), Texts.of("type a class"))),
        List.of(
            new ScreenKeys.Range(
                Texts.of("choose"), ReviewCommand.CHOOSE_FIRST, ReviewCommand.CHOOSE_FIFTH),
            new ScreenKeys.Of(Texts.of("keep"), ReviewCommand.KEEP_LABEL),
            new ScreenKeys.Of(Texts.of("unsure"), ReviewCommand.UNSURE),
            new ScreenKeys.Of(Texts.of("exclude"), ReviewCommand.EXCLUDE_IMAGE),
            new ScreenKeys.On(Texts.of("type a class"), "/"),
            new ScreenKeys.Of(Texts.of("undo"), ReviewCommand.UNDO),
            new ScreenKeys.Of(
                Texts.of("look"), ReviewCommand.PREVIOUS_IMAGE, ReviewCommand.NEXT_IMAGE)));
  }

  @Override
  public boolean serve(Request request) {
    if (request instanceof Request.Relabel wanted) {
      model.requests().look(wanted.trainIndex());
      navigation.turnTo(this);
    } else if (request instanceof Request.Exclude wanted) {
      model.requests().toggleExcluded(wanted.trainIndex());
    } else if (request instanceof Request.Correct wanted) {
      model.requests().correct(wanted.path(), wanted.className());
    } else if (request instanceof Request.ReviewOnly wanted) {
      model.requests().listOnly(wanted.images());
      navigation.turnTo(this);
    } else {
      return false;
    }
    return true;
  }

  @Override
  public void close() {
    model.close();
  }
}
