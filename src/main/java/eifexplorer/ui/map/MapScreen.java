package eifexplorer.ui.map;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.screen.ScreenKeys;
import java.util.List;
import java.util.Map;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Map, for the window. */
public final class MapScreen implements Screen {
  private static final String COLOURING = "map.colouring";

  private final ScreenContext context;
  private final MapViewModel model;

  /** A screen without a session yet. */
  public MapScreen(ScreenContext context, MapServices services) {
    this.context = context;
    model = new MapViewModel(context, services);
  }

  /** What the screen does. */
  public MapViewModel model() {
    return model;
  }

  @Override
  public String id() {
    return "map";
  }

  @Override
  public String title() {
    return Texts.of("Map");
  }

  @Override
  public Ikon icon() {
    return Feather.MAP;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    return new MapView(model, context, pictures);
  }

  @Override
  public Runnable prepare(ExplorerSession session) {
    MapImages images = new MapImages(session);
    return () -> model.show(images);
  }

  @Override
  public void enter() {
    model.enter();
  }

  @Override
  public Map<String, String> state() {
    return Map.of(COLOURING, model.colours().byProperty().get().name());
  }

  @Override
  public void restore(Map<String, String> state) {
    String kept = state.get(COLOURING);
    for (Colouring by : Colouring.values()) {
      if (by.name().equals(kept)) {
        model.colours().byProperty().set(by);
      }
    }
  }

  @Override
  public ScreenKeys keys() {
    return new ScreenKeys(
        List.of(new ScreenKeys.Group(Texts.of("Map"), List.of(MapCommand.values()))),
        List.of(
            new ScreenKeys.Fixed(
                List.of(Texts.of("wheel")), Texts.of("larger, smaller at the pointer")),
            new ScreenKeys.Fixed(
                List.of(Texts.of("Shift"), Texts.of("drag")), Texts.of("lasso around images")),
            new ScreenKeys.Fixed(
                List.of(Texts.of("Ctrl"), Texts.of("drag")), Texts.of("rectangle around images")),
            new ScreenKeys.Fixed(
                List.of(Texts.of("double click")), Texts.of("open in Explore or Review"))),
        List.of(
            new ScreenKeys.Of(
                Texts.of("pair"), MapCommand.MAP_PREVIOUS_PAIR, MapCommand.MAP_NEXT_PAIR),
            new ScreenKeys.Of(Texts.of("all pairs"), MapCommand.MAP_ALL_PAIRS),
            new ScreenKeys.Of(Texts.of("whole map"), MapCommand.MAP_WHOLE)));
  }

  @Override
  public boolean serve(Request request) {
    MapImages images = model.imagesProperty().get();
    if (images == null) {
      return false;
    }
    if (request instanceof Request.Locate wanted) {
      context.navigation().turnTo(this);
      model.panelProperty().set(MapPanel.PAIR);
      model.locate(wanted.train() ? wanted.index() : images.test(wanted.index()));
    } else if (request instanceof Request.LocatePair) {
      context.navigation().turnTo(this);
      model.panelProperty().set(MapPanel.PAIR);
      model.locatePair();
    } else {
      return false;
    }
    return true;
  }
}
